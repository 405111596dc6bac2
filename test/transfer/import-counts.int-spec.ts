import { sql } from '../../src/platform/database/transaction.js';
import { HEADER, ImportStore } from '../support/actions/imports.js';
import { insertOrder, insertUser } from '../factories/rows.js';

let store: ImportStore;
/** IDs of a product of which 10 kg are in the store, and 1.25 kg of them promised; and of one without stock. */
let mango: string;
let papaya: string;

beforeAll(async () => {
  store = await ImportStore.open();
  await store.importFile(`${HEADER}\nFruits,Mango,kg,9000,0.5,10,\nFruits,Papaya,kg,4000,1,,`);
  const [first, second] = await store.products();
  [mango, papaya] = [first?.id ?? '', second?.id ?? ''];
  const userId = await insertUser(store.database);
  await insertOrder(store.database, { userId, productId: mango, status: 'packed' });
  await store.database.write(sql`UPDATE products SET quantity_available = 8750 WHERE id = ${mango}`);
  await store.database.write(sql`
    INSERT INTO stock_movements (id, product_id, delta, reason, order_id, at)
    SELECT order_id, product_id, -1250, 'order', order_id, 1 FROM order_items`);
});

/** Returns what is available and promised of Mango and of Papaya, in thousandths. */
async function stock(): Promise<number[]> {
  const rows = await store.database.read.rows<{ available: number; promised: number }>(
    sql`SELECT quantity_available AS available, quantity_promised AS promised FROM products ORDER BY name`,
  );
  return rows.flatMap(({ available, promised }) => [available, promised]);
}

const movements = (): Promise<{ delta: number; counted: number | null; reason: string }[]> =>
  store.database.read.rows(sql`SELECT delta, counted, reason FROM stock_movements WHERE counted IS NOT NULL`);

it('refuses a count of less than is promised, naming what is short, and a row with a delivery and a count', async () => {
  const view = await store.importFile(`id,counted,delivery\n${papaya},3,2\n${mango},1,`);
  expect(await store.errorsOf(view)).toEqual([
    expect.objectContaining({ line: 2, column: 'counted', code: 'imports.count-and-delivery' }),
    {
      line: 3,
      column: 'counted',
      code: 'catalog.count-below-promised',
      message: '1.25 are promised to orders that have not left the store: 0.25 are short.',
    },
  ]);
  expect(await stock()).toEqual([8750, 1250, 0, 0]);
});

it('reports the counts of a dry run without changing anything', async () => {
  const view = await store.importFile(`id,counted\n${mango},7\n${papaya},`, { dryRun: true });
  expect(view).toMatchObject({ status: 'done', counted: 1, deliveries: 0, updated: 0 });
  expect(await stock()).toEqual([8750, 1250, 0, 0]);
  expect(await store.rowsOf(view)).toEqual([
    expect.objectContaining({ line: 2, name: 'Mango', delivery: 0, counted: 7, onHandBefore: 10 }),
  ]);
});

it('sets what is available to the count without what is promised, and alerts once if that is low', async () => {
  await store.database.write(sql`UPDATE products SET low_stock_threshold = 6000 WHERE id = ${mango}`);
  const view = await store.importFile(`id,counted\n${mango},7\n${papaya},4.5`);
  expect(view).toMatchObject({ status: 'done', counted: 2, deliveries: 0, updated: 0 });
  expect(await stock()).toEqual([5750, 1250, 4500, 0]);
  expect(await movements()).toEqual(
    expect.arrayContaining([
      { delta: -3000, counted: 7000, reason: 'import' },
      { delta: 4500, counted: 4500, reason: 'import' },
    ]),
  );
  const alerts = await store.database.read.rows(
    sql`SELECT subject FROM outbox_events WHERE type = 'catalog.stock-low'`,
  );
  expect(alerts).toEqual([{ subject: `product:${mango}` }]);
});

it('leaves no line in the ledger for a count of what is on hand anyway, and takes the count of a new product', async () => {
  const before = await movements();
  const rows = ['Fruits,Mango,,,7', 'Fruits,Guava,kg,5000,2.25'];
  const view = await store.importFile(['section,name,unitType,ratePerUnit,counted', ...rows].join('\n'));
  expect(view).toMatchObject({ status: 'done', counted: 2, added: 1 });
  expect(await stock()).toEqual([2250, 0, 5750, 1250, 4500, 0]);
  expect(await movements()).toHaveLength(before.length + 1);
});

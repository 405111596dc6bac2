import { sql } from '../../src/platform/database/transaction.js';
import { insertUser } from '../factories/rows.js';
import { HEADER, ImportStore } from '../support/actions/imports.js';

let store: ImportStore;
beforeAll(async () => {
  store = await ImportStore.open();
});
beforeEach(async () => {
  await store.database.write(sql`DELETE FROM cart_items`);
  await store.clear();
});

const units = async (): Promise<[string, string][]> => {
  const rows = await store.database.read.rows<{ name: string; unit_type: string }>(
    sql`SELECT name, unit_type FROM products ORDER BY name`,
  );
  return rows.map(({ name, unit_type: unit }) => [name, unit]);
};

it.each([true, false])(
  'refuses units that stock or a cart counts, and changes the others (dry run: %p)',
  async (dryRun) => {
    const rows = ['Apples', 'Figs', 'Pears'].map((name) => `Fruits,${name},kg,4000,1,,`);
    await store.importFile([HEADER, ...rows].join('\n'));
    const [, figs, pears] = await store.products();
    await store.importFile(`id,delivery\n${figs?.id ?? ''},5`);
    const userId = await insertUser(store.database);
    await store.database.write(sql`
      INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, unit_seen, added_at)
      VALUES (${userId}, ${pears?.id}, 1250, 4000, 'kg', 0)`);

    const change = 'section,name,unitType\nFruits,Apples,piece\nFruits,Figs,piece\nFruits,Pears,piece';
    const refused = await store.importFile(change, { dryRun });
    expect(refused).toMatchObject({ status: 'invalid', errorCount: 2 });
    expect(await store.errorsOf(refused)).toMatchObject([
      { line: 3, column: 'unitType', code: 'catalog.unit-in-use' },
      { line: 4, column: 'unitType', code: 'catalog.unit-in-use' },
    ]);
    expect(await units()).toEqual([
      ['Apples', 'kg'],
      ['Figs', 'kg'],
      ['Pears', 'kg'],
    ]);

    const { status } = await store.importFile('section,name,unitType\nFruits,Apples,piece');
    expect(status).toBe('done');
    expect((await units())[0]).toEqual(['Apples', 'piece']);
  },
);

it('reads the most per order, and a blank cell as that of the unit', async () => {
  await store.importFile(
    'section,name,unitType,ratePerUnit,maxPerOrder\nFruits,Apples,kg,4000,5\nFruits,Figs,kg,1,',
  );
  const most = async (): Promise<unknown[]> =>
    (
      await store.database.read.rows<{ most: number | null }>(
        sql`SELECT max_per_order AS most FROM products ORDER BY name`,
      )
    ).map((row) => row.most);
  expect(await most()).toEqual([5_000, null]);
  await store.importFile('section,name,maxPerOrder\nFruits,Apples,\nFruits,Figs,2.5');
  expect(await most()).toEqual([null, 2_500]);
});

import { text } from 'node:stream/consumers';
import { sql } from '../../src/platform/database/transaction.js';
import { createExportServices } from '../support/actions/exports.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

interface Priced {
  readonly name: string;
  readonly rate: number;
  readonly mrp: number | null;
  readonly content: number | null;
  readonly unit: string | null;
}

async function priced(): Promise<Priced[]> {
  return store.database.read.rows<Priced>(sql`
    SELECT name, rate_per_unit AS rate, mrp, net_content AS content, net_unit AS unit
    FROM products WHERE deleted_at IS NULL ORDER BY name`);
}

const NEW = 'section,name,unitType,price (INR),mrp (INR),netContent';

it('reads the maximum price and the contents of a pack as people write them', async () => {
  await store.importFile(
    [
      NEW,
      'Fruits,Atta,pack,"₹1,048.50",1100,500 g',
      'Fruits,Besan,pack,48,,1kg',
      'Fruits,Maida,kg,40,45.5,',
    ].join('\n'),
  );
  expect(await priced()).toEqual([
    { name: 'Atta', rate: 104_850, mrp: 110_000, content: 500_000, unit: 'g' },
    { name: 'Besan', rate: 4800, mrp: null, content: 1_000_000, unit: 'g' },
    { name: 'Maida', rate: 4000, mrp: 4550, content: null, unit: null },
  ]);
});

it.each([
  ['MRP', 'Net Weight'],
  ['Maximum retail price', 'Nettofüllmenge'],
  ['एमआरपी (₹)', 'शुद्ध मात्रा'],
])('guesses the headings %s and %s beside a price', async (mrp, content) => {
  await store.importFile(`section,name,unit,Selling price,${mrp},${content}\nFruits,Atta,pack,48,55,500 g`);
  expect(await priced()).toEqual([{ name: 'Atta', rate: 4800, mrp: 5500, content: 500_000, unit: 'g' }]);
});

it('takes the maximum price of a file without another for the rate', async () => {
  await store.importFile('section,name,unit,mrp\nFruits,Atta,pack,55');
  expect(await priced()).toMatchObject([{ rate: 5500, mrp: null }]);
});

it('knows the contents of what a unit says, such as 500 g', async () => {
  await store.importFile(
    'section,name,unit,price\nFruits,Atta,500 g,48\nFruits,Soda,6 x 200 ml,90\nFruits,Assam,25 bags,60',
  );
  expect(await priced()).toMatchObject([
    { name: 'Assam 25 bags', content: null },
    { name: 'Atta 500 g', content: 500_000, unit: 'g' },
    { name: 'Soda 6 x 200 ml', content: 1_200_000, unit: 'ml' },
  ]);
});

it('keeps both where a cell is blank or a column is missing', async () => {
  await store.importFile(`${NEW}\nFruits,Atta,pack,48,55,500 g`);
  await store.importFile(`${NEW}\nFruits,Atta,pack,50,,`);
  await store.importFile('section,name,price\nFruits,Atta,51');
  expect(await priced()).toEqual([{ name: 'Atta', rate: 5100, mrp: 5500, content: 500_000, unit: 'g' }]);
});

it('refuses rates above the maximum, also one from before, and what are no contents', async () => {
  await store.importFile(`${NEW}\nFruits,Atta,pack,48,55,500 g`);
  const view = await store.importFile(
    [
      NEW,
      'Fruits,Atta,pack,55.01,,',
      'Fruits,Besan,pack,50,49.99,',
      'Fruits,Maida,pack,50,fifty,',
      'Fruits,Ragi,pack,50,1000001,',
      'Fruits,Bajra,pack,50,,much',
      'Fruits,Jowar,pack,50,,200 kg',
      'Fruits,Suji,kg,50,,500 g',
    ].join('\n'),
    { dryRun: true },
  );
  const errors = (await store.errorsOf(view)).map(({ line, column, code }) => [line, column, code]);
  expect(errors).toEqual([
    [2, 'price', 'catalog.above-mrp'],
    [3, 'price', 'catalog.above-mrp'],
    [4, 'mrp', 'imports.not-an-amount'],
    [5, 'mrp', 'imports.price-too-high'],
    [6, 'netContent', 'imports.no-content'],
    [7, 'netContent', 'field.is-quantity'],
    [8, 'netContent', 'catalog.content-of-measure'],
  ]);
});

it('finds nothing to change in what the store has exported', async () => {
  await store.importFile(
    `${NEW}\nFruits,Atta,pack,48,55,500 g\nFruits,Besan,kg,60,,\nFruits,Saffron,pack,350,,0.5 g`,
  );
  const { request, run, service } = createExportServices(store.database, store.location.dataDir, store.clock);
  const id = await request.run(store.owner, { kind: 'products' });
  await run.run(id);
  const exported = await text((await service.file(store.owner, id)).stream);
  expect(exported).toContain('55.00,,,500 g');
  expect(await store.importFile(exported, { dryRun: true })).toMatchObject({
    ...{ status: 'done', added: 0, updated: 0 },
  });
});

import { text } from 'node:stream/consumers';
import { sql } from '../../src/platform/database/transaction.js';
import { newGtin } from '../factories/gtins.js';
import { createExportServices } from '../support/actions/exports.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

interface Coded {
  readonly name: string;
  readonly sku: string | null;
  readonly barcodes: readonly (readonly [string, number])[];
}

/** Returns all products with their codes as they are stored, by name. */
async function coded(): Promise<Coded[]> {
  const products = await store.database.read.rows<{ id: string; name: string; sku: string | null }>(
    sql`SELECT id, name, sku FROM products WHERE deleted_at IS NULL ORDER BY name`,
  );
  const barcodes = await store.database.read.rows<{ code: string; product_id: string; quantity: number }>(
    sql`SELECT code, product_id, quantity FROM barcodes ORDER BY quantity, code`,
  );
  return products.map(({ id, name, sku }) => ({
    ...{ name, sku },
    barcodes: barcodes
      .filter((barcode) => barcode.product_id === id)
      .map(({ code, quantity }) => [code, quantity] as const),
  }));
}

const NEW = 'section,name,unitType,price,sku,barcodes';

it('reads SKUs and barcodes, with the quantity of a case', async () => {
  const [single, box] = [newGtin(), newGtin()];
  await store.importFile(`${NEW}\nFruits,Mango,pack,45,F-1,${single}; ${box}*12\nFruits,Kiwi,kg,45,,`);
  expect(await coded()).toEqual([
    { name: 'Kiwi', sku: null, barcodes: [] },
    {
      ...{ name: 'Mango', sku: 'F-1' },
      barcodes: [
        [`0${single}`, 1000],
        [`0${box}`, 12_000],
      ],
    },
  ]);
});

it.each([
  ['Item code', 'EAN'],
  ['Artikelnummer', 'Strichcode'],
  ['एसकेयू', 'बारकोड'],
])('guesses the headings %s and %s', async (sku, barcodes) => {
  const code = newGtin();
  await store.importFile(`section,name,unitType,price,${sku},${barcodes}\nFruits,Mango,kg,45,F-1,${code}`);
  expect(await coded()).toEqual([{ name: 'Mango', sku: 'F-1', barcodes: [[`0${code}`, 1000]] }]);
});

it('finds a product by SKU or barcode alone, also to give it another name', async () => {
  const code = newGtin();
  await store.importFile(`${NEW}\nFruits,Mango,kg,45,F-1,\nFruits,Kiwi,kg,60,,${code}`);
  expect(await store.importFile('sku,price\nF-1,46')).toMatchObject({ status: 'done', updated: 1, added: 0 });
  expect(await store.importFile(`barcodes,name\n${code},Kiwi Gold`)).toMatchObject({ updated: 1, added: 0 });
  expect((await coded()).map(({ name }) => name)).toEqual(['Kiwi Gold', 'Mango']);
});

it('adds codes to a product that a row finds by its name, and keeps those of a blank SKU', async () => {
  const code = newGtin();
  await store.importFile(`section,name,unitType,price\nFruits,Mango,kg,45`);
  await store.importFile(`section,name,sku,barcodes\nFruits,Mango,F-1,${code}`);
  await store.importFile('section,name,sku\nFruits,Mango,');
  expect(await coded()).toEqual([{ name: 'Mango', sku: 'F-1', barcodes: [[`0${code}`, 1000]] }]);
  await store.importFile('sku,barcodes\nF-1,');
  expect(await coded()).toEqual([{ name: 'Mango', sku: 'F-1', barcodes: [] }]);
});

it('refuses a row whose codes mean two products, and names both', async () => {
  const code = newGtin();
  await store.importFile(`${NEW}\nFruits,Mango,kg,45,F-1,\nFruits,Kiwi,kg,60,,${code}`);
  const view = await store.importFile(`sku,barcodes,price\nF-1,${code},70`);
  expect(await store.errorsOf(view)).toMatchObject([
    { line: 2, code: 'imports.two-products', message: expect.stringMatching(/Mango and Kiwi/) as string },
  ]);
});

it('refuses codes that another row or product has, and what is no barcode', async () => {
  const [code, taken] = [newGtin(), newGtin()];
  await store.importFile(`${NEW}\nFruits,Mango,kg,45,F-1,${taken}`);
  const view = await store.importFile(
    [
      NEW,
      `Fruits,Kiwi,kg,60,F-2,${code}`,
      'Fruits,Fig,kg,60,F-2,',
      `Fruits,Plum,kg,60,,${code}`,
      `Fruits,Pear,kg,60,,${newGtin()}; ${taken}`,
      'Fruits,Lime,kg,60,,4006381333932',
      'Fruits,Date,kg,60,,4006381333931*0',
      `Fruits,Lychee,kg,60,${'x'.repeat(41)},`,
    ].join('\n'),
    { dryRun: true },
  );
  const errors = (await store.errorsOf(view)).map(({ line, column, code: error }) => [line, column, error]);
  expect(errors).toEqual([
    [3, 'sku', 'imports.code-twice'],
    [4, 'barcodes', 'imports.code-twice'],
    [5, 'barcodes', 'catalog.code-taken'],
    [6, 'barcodes', 'field.is-gtin'],
    [7, 'barcodes', 'field.is-gtin'],
    [8, 'sku', 'field.is-length'],
  ]);
});

it('finds nothing to change in what the store has exported', async () => {
  const [single, box] = [newGtin(), newGtin()];
  await store.importFile(`${NEW}\nFruits,Mango,pack,45,=F-1,${box}*12; ${single}\nFruits,Kiwi,kg,45,00123,`);
  const { request, run, service } = createExportServices(store.database, store.location.dataDir, store.clock);
  const id = await request.run(store.owner, { kind: 'products' });
  await run.run(id);
  const exported = await text((await service.file(store.owner, id)).stream);
  expect(exported).toContain(`${single}; ${box}*12`);
  expect(await store.importFile(exported, { dryRun: true })).toMatchObject({
    ...{ status: 'done', added: 0, updated: 0 },
  });
});

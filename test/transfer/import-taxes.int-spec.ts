import { text } from 'node:stream/consumers';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { createExportServices } from '../support/actions/exports.js';
import { ImportStore } from '../support/actions/imports.js';

const [REDUCED, NORMAL] = [newId(), newId()];

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
  for (const [id, code, name] of [
    [REDUCED, 'gst-5', 'Staples'],
    [NORMAL, 'gst-18', 'Household goods'],
    [newId(), 'twin-a', 'Twins'],
    [newId(), 'twin-b', 'Twins'],
  ])
    await store.database.write(
      sql`INSERT INTO tax_classes (id, code, name, exempt, created_at) VALUES (${id}, ${code}, ${name}, ${false}, 0)`,
    );
});

afterEach(() => store.clear());

interface Taxed {
  readonly name: string;
  readonly tax: string | null;
  readonly hsn: string | null;
}

async function taxed(): Promise<Taxed[]> {
  return store.database.read.rows<Taxed>(
    sql`SELECT name, tax_class_id AS tax, hsn FROM products WHERE deleted_at IS NULL ORDER BY name`,
  );
}

const NEW = 'section,name,unitType,price (INR),taxClass,hsn';

it('reads the tax class by its code or its name, and the HSN code as the tariff prints it', async () => {
  await store.importFile(
    [
      NEW,
      'Fruits,Atta,pack,48,GST-5,1101',
      'Fruits,Bulb,piece,99,household  GOODS,8539.50.00',
      'Fruits,Curd,pack,30,,',
      'Fruits,Dates,pack,30,,702',
    ].join('\n'),
  );
  expect(await taxed()).toEqual([
    { name: 'Atta', tax: REDUCED, hsn: '1101' },
    { name: 'Bulb', tax: NORMAL, hsn: '85395000' },
    { name: 'Curd', tax: null, hsn: null },
    { name: 'Dates', tax: null, hsn: '0702' },
  ]);
});

it('keeps both where a cell is blank or a column is missing', async () => {
  await store.importFile(`${NEW}\nFruits,Atta,pack,48,gst-5,1101`);
  await store.importFile(`${NEW}\nFruits,Atta,pack,49,,`);
  await store.importFile('section,name,price\nFruits,Atta,50');
  expect(await taxed()).toEqual([{ name: 'Atta', tax: REDUCED, hsn: '1101' }]);
});

it.each(['HSN/SAC', 'HSN Code', 'एचएसएन'])('guesses the heading %s', async (heading) => {
  await store.importFile(`section,name,unit,price,${heading}\nFruits,Atta,pack,48,1101`);
  expect(await taxed()).toEqual([{ name: 'Atta', tax: null, hsn: '1101' }]);
});

it('asks what the tax classes of another program are', async () => {
  const view = await store.importFile('section,name,unit,price,Tax class\nFruits,Atta,pack,48,reduced-rate');
  expect(await store.errorsOf(view)).toMatchObject([{ column: 'Tax class', code: 'imports.unknown-column' }]);
});

it('refuses classes that there are not, or that could be two, and codes of other lengths', async () => {
  const view = await store.importFile(
    [
      NEW,
      'Fruits,Atta,pack,48,gst-12,',
      'Fruits,Besan,pack,48,Twins,',
      'Fruits,Curd,pack,48,gst-5,0702000',
      'Fruits,Dates,pack,48,gst-5,07020',
    ].join('\n'),
    { dryRun: true },
  );
  const errors = (await store.errorsOf(view)).map(({ line, column, code }) => [line, column, code]);
  expect(errors).toEqual([
    [2, 'taxClass', 'tax.class-not-found'],
    [3, 'taxClass', 'tax.class-not-found'],
    [4, 'hsn', 'field.matches'],
    [5, 'hsn', 'field.matches'],
  ]);
});

it('finds nothing to change in what the store has exported', async () => {
  await store.importFile(`${NEW}\nFruits,Atta,pack,48,gst-5,1101\nFruits,Besan,kg,60,,`);
  const { request, run, service } = createExportServices(store.database, store.location.dataDir, store.clock);
  const id = await request.run(store.owner, { kind: 'products' });
  await run.run(id);
  const exported = await text((await service.file(store.owner, id)).stream);
  expect(exported).toContain('gst-5,1101');
  expect(await store.importFile(exported, { dryRun: true })).toMatchObject({
    ...{ status: 'done', added: 0, updated: 0 },
  });
});

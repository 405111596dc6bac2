import { readFile } from 'node:fs/promises';
import { sql } from '../../src/platform/database/transaction.js';
import type { ImportView } from '../../src/imports/imports.dto.js';
import { SOLD_OF_FILES, type Sold } from '../factories/grocer-files.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

const fixture = (name: string): Promise<Buffer> => readFile(`test/fixtures/imports/${name}`);

/** Checks a file, creates its missing sections, applies it, and returns what is then sold. */
async function moveIn(
  content: Buffer | string,
  reading = {},
): Promise<{ readonly checked: ImportView; readonly sold: Sold[] }> {
  const { services, admin } = store;
  let checked = await store.importFile(content, { dryRun: true, reading, owner: admin });
  if (checked.missingSections.length > 0) {
    await services.missingSections.run(admin, checked.id);
    await services.run.run(checked.id);
    checked = await services.service.view(admin, checked.id);
  }
  expect(checked).toMatchObject({ status: 'done', errorGroups: [], missingSections: [] });
  await services.apply.run(admin, checked.id);
  await services.run.run(checked.id);
  expect(await services.service.view(admin, checked.id)).toMatchObject({ status: 'done', dryRun: false });
  expect(await store.findBookDiscrepancies()).toEqual([]);
  return { checked, sold: await soldProducts() };
}

async function soldProducts(): Promise<Sold[]> {
  const rows = await store.database.read.rows<Record<string, string | number>>(sql`
    SELECT s.name AS section, p.name, p.unit_type AS unit, p.rate_per_unit AS rate, p.quantity_available AS stock
    FROM products p JOIN sections s ON s.id = p.section_id ORDER BY p.name`);
  return rows.map(({ section, name, unit, rate, stock }) => [
    String(section),
    String(name),
    String(unit),
    Number(rate),
    Number(stock) / 1000,
  ]);
}

/** How each file that a grocer had is recognized. */
const FILES: readonly (readonly [file: string, reading: object])[] = [
  [
    'supplier-rupees.csv',
    { encoding: 'utf-8', separator: 'comma', columns: ['section', 'name', 'price', 'unitType', 'delivery'] },
  ],
  [
    'blank-rows-and-columns.csv',
    { columns: ['section', 'name', 'unitType', 'ratePerUnit', 'delivery', '-', '-'] },
  ],
  [
    'headings-as-people-write.csv',
    { columns: ['section', 'name', 'unitType', 'mrp', 'price', 'counted', 'brand', 'barcodes', 'hsn'] },
  ],
  ['hindi-headings.csv', { columns: ['section', 'name', 'unitType', 'price', 'delivery'] }],
  [
    'semicolons-decimal-commas.csv',
    {
      separator: 'semicolon',
      decimalMark: 'comma',
      columns: ['section', 'name', 'unitType', 'price', 'counted'],
    },
  ],
  ['sep-line.csv', { separator: 'semicolon' }],
  ['units-as-people-write.csv', {}],
  ['utf-16le-tabs.txt', { encoding: 'utf-16le', separator: 'tab' }],
  ['windows-1252.csv', { encoding: 'windows-1252' }],
];

describe('a file as a grocer has it', () => {
  it.each(FILES)('%s is sold as it says', async (file, reading) => {
    const { checked, sold: actual } = await moveIn(await fixture(file));
    expect(checked.reading).toMatchObject({ kind: 'csv', source: 'guessed', ...reading });
    expect(actual.toSorted()).toEqual(SOLD_OF_FILES[file]?.toSorted());
  });

  it('counts the stock of products by their name alone, where one section has it', async () => {
    const names = ['Tomatoes', 'Potatoes', 'Onions'];
    await store.importFile(
      [
        'section,name,unitType,ratePerUnit',
        ...names.map((name) => `Fruits,${name},kg,100`),
        'Dals & Pulses,Beans,kg,100',
        'Fruits,Beans,kg,100',
      ].join('\n'),
    );
    const { checked, sold } = await moveIn(await fixture('stock-list.csv'));
    expect(checked).toMatchObject({ added: 0, counted: 3, reading: { columns: ['name', 'counted'] } });
    expect(sold.map(([, name, , , stock]) => [name, stock]).toSorted()).toEqual([
      ['Beans', 0],
      ['Beans', 0],
      ['Onions', 0],
      ['Potatoes', 61],
      ['Tomatoes', 42.5],
    ]);
    const beans = await store.importFile('name,stock\nBeans,4', { dryRun: true });
    expect(await store.errorsOf(beans)).toMatchObject([
      { line: 2, code: 'imports.name-in-several-sections' },
    ]);
  });

  it('tells two packs of one name apart by another column, as part of the name', async () => {
    const content = await fixture('same-name-two-packs.csv');
    const refused = await store.importFile(content, { dryRun: true });
    expect(refused).toMatchObject({ status: 'invalid', missingSections: [{ name: 'Snacks', rows: 2 }] });
    const { sold } = await moveIn(content, {
      columns: ['section', 'name', 'unitType', 'ratePerUnit', 'name'],
    });
    expect(sold).toEqual(SOLD_OF_FILES['same-name-two-packs.csv']);
  });
});

describe('a value for all rows', () => {
  it('stands in for a missing column and for blank cells', async () => {
    const { sold } = await moveIn('name,unit,price\nFig,,20\nGuava,kg,40\n', {
      fixed: { section: 'Fruits', unitType: 'pieces' },
    });
    expect(sold).toEqual([
      ['Fruits', 'Fig', 'piece', 2000, 0],
      ['Fruits', 'Guava', 'kg', 4000, 0],
    ]);
  });
});

import { sql } from '../../src/platform/database/transaction.js';
import { newWorkbook, zippedWorkbook } from '../factories/workbook.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

const HEADINGS = ['Section', 'Item', 'Unit', 'Price', 'Stock', 'Best before', 'Published'];

it('reads the cells of a workbook as Excel shows them', async () => {
  const workbook = newWorkbook({
    Notes: [],
    Prices: [
      HEADINGS,
      ['Fruits', 'Kiwi & Co', 'piece', 38.5, 0.1 + 0.2, new Date('2027-01-31'), true],
      [null, null, null, null, null, null, null],
      ['Fruits', 'Fig', 'Kg', '₹1,120.00', null, '5/2/2027', 'no'],
    ],
  });
  const view = await store.importFile(workbook, { dryRun: true });
  expect(await store.errorsOf(view)).toEqual([]);
  expect(view).toMatchObject({
    ...{ status: 'done', added: 2, rowsTotal: 2 },
    reading: {
      kind: 'xlsx',
      sheet: 'Prices',
      sheets: ['Notes', 'Prices'],
      encoding: null,
      headings: HEADINGS,
    },
  });
  await store.services.apply.run(store.owner, view.id);
  await store.services.run.run(view.id);
  const rows = await store.database.read.rows(
    sql`SELECT name, rate_per_unit, quantity_available, best_before FROM products ORDER BY name`,
  );
  expect(rows).toEqual([
    { name: 'Fig', rate_per_unit: 112_000, quantity_available: 0, best_before: '2027-02-05' },
    { name: 'Kiwi & Co', rate_per_unit: 3850, quantity_available: 300, best_before: '2027-01-31' },
  ]);
});

it('reads the sheet that the person chooses', async () => {
  const sheet = (name: string): (string | number)[][] => [
    ['section', 'name', 'unit', 'price'],
    ['Fruits', name, 'kg', 40],
  ];
  const workbook = newWorkbook({ First: sheet('Apple'), Second: sheet('Pear') });
  const first = await store.importFile(workbook, { dryRun: true });
  expect((await store.rowsOf(first)).map(({ name, line }) => [name, line])).toEqual([['Apple', 2]]);
  await store.services.checkAgain.run(store.owner, first.id, { sheet: 'Second' });
  await store.services.run.run(first.id);
  expect((await store.rowsOf(first)).map(({ name }) => name)).toEqual(['Pear']);
});

it.each([
  ['a damaged workbook', () => newWorkbook({ A: [['name']] }).subarray(0, 500)],
  ['an archive that is no workbook', () => zippedWorkbook([], { 'xl/workbook.xml': '<a/>' })],
  ['an old workbook', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2000)])],
  [
    'a workbook that unpacks to more than the memory it may take',
    () => {
      const row = `<row r="1">${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(20_000)}</row>`;
      const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row.repeat(600)}</sheetData></worksheet>`;
      return zippedWorkbook(['A'], { 'xl/worksheets/sheet1.xml': sheet });
    },
  ],
])('fails for %s and says what to do', async (_, workbook) => {
  const before = process.memoryUsage().rss;
  const view = await store.importFile(workbook(), { dryRun: true });
  expect(view).toMatchObject({ status: 'failed', error: { code: 'imports.workbook-unreadable' } });
  expect(view.error?.message).toContain('Save it in Excel as .xlsx');
  expect(process.memoryUsage().rss - before).toBeLessThan(1_200_000_000);
});

import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeReportPdf, type ReportContent } from '../../src/platform/pdf/report-pdf.js';
import { isInBaseFont } from '../../src/platform/pdf/fonts/base-font.js';
import { NAMES_IN_SCRIPTS } from '../factories/names-in-scripts.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';

const REPORT: ReportContent = {
  storeName: 'Green Basket',
  title: 'Monthly report',
  period: 'June 2026',
  at: Date.parse('2026-07-01T00:00:00Z'),
  language: 'en-IN',
  words: { none: 'None', pageNumber: (page, pages) => `Page ${page}/${pages}` },
  figures: [
    { label: 'Sales', value: '₹12,34,567.00' },
    { label: 'Orders', value: '634' },
    { label: 'Shoppers', value: '212' },
    { label: 'Average order', value: '₹1,947.27' },
  ],
  tables: [
    {
      title: 'Sections',
      columns: [
        { title: 'Section', share: 3 },
        { title: 'Orders', align: 'right' },
        { title: 'Sales', align: 'right' },
      ],
      rows: [
        ['Vegetables', '412', '₹4,00,000.00'],
        ['सब्ज़ियाँ', '12', '₹1.00'],
      ],
    },
    { title: 'Low stock', columns: [{ title: 'Product' }], rows: [] },
  ],
};

async function renderPdf(report: ReportContent): Promise<Buffer> {
  const stream = new PassThrough();
  const [file] = await Promise.all([buffer(stream), writeReportPdf(stream, report)]);
  return file;
}

it('prints the title, the key figures, and the tables in their order', async () => {
  const { pages, info } = readPdf(await renderPdf(REPORT));

  expect(info).toMatchObject({ Title: 'Monthly report, June 2026', Author: 'Green Basket' });
  expect(pages).toHaveLength(1);
  const lines = pages[0]?.split('\n') ?? [];
  expect(lines.slice(0, 5)).toEqual([
    'Green Basket',
    'Monthly report',
    'June 2026',
    'Sales',
    '₹12,34,567.00',
  ]);
  const sections = lines.indexOf('Sections');
  expect(lines.slice(sections, sections + 7)).toEqual([
    'Sections',
    'Section',
    'Orders',
    'Sales',
    'Vegetables',
    '412',
    '₹4,00,000.00',
  ]);
  expect(lines.slice(-5)).toEqual([
    'Low stock',
    'Product',
    'None',
    'Green Basket · Monthly report · June 2026',
    'Page 1/1',
  ]);
});

it.each(Object.entries(NAMES_IN_SCRIPTS))('prints names in %s without boxes', async (_, name) => {
  const figures = [{ label: name, value: '₹1.00' }];
  const tables = [{ title: name, columns: [{ title: 'Product' }], rows: [[name]] }];
  const { boxes, fonts } = readPdf(await renderPdf({ ...REPORT, storeName: name, figures, tables }));
  expect(boxes).toBe(0);
  for (const [font, characters] of Object.entries(fonts))
    if (font.startsWith('NotoSans-')) expect(isInBaseFont(characters)).toBe(true);
});

it.each(['Devanagari', 'Kannada', 'Tamil', 'Bengali', 'Chinese'] as const)(
  'carries a name in %s in a table as text',
  async (script) => {
    const name = NAMES_IN_SCRIPTS[script];
    const tables = [{ title: 'Low stock', columns: [{ title: 'Product' }], rows: [[name]] }];
    expect(linesOf(readPdf(await renderPdf({ ...REPORT, tables })))).toContain(name);
  },
);

it('prints the same bytes for the same report', async () => {
  expect((await renderPdf(REPORT)).equals(await renderPdf(REPORT))).toBe(true);
});

it('continues on further pages without leaving a table title alone at the bottom', async () => {
  const rows = Array.from({ length: 33 }, (_, i) => [`Product ${i}`, 'some', '₹1.00']);
  const counts = new Set<number>();
  for (let count = 12; count <= 33; count++) {
    const [first, second] = REPORT.tables;
    const tables = [{ ...first!, rows: rows.slice(0, count) }, second!];
    const { pages } = readPdf(await renderPdf({ ...REPORT, tables }));
    counts.add(pages.length);
    const withTitle = pages.find((page) => page.includes('Low stock'));
    expect(withTitle).toContain('None');
    expect(pages.at(-1)).toContain(`Page ${pages.length}/${pages.length}`);
  }
  expect([...counts]).toEqual([1, 2]);
});

it('truncates text that does not fit into its box', async () => {
  const figures = [{ label: 'A label '.repeat(20), value: '9'.repeat(80) }];
  const text = readPdf(await renderPdf({ ...REPORT, figures })).pages.join('\n');
  expect(text).toMatch(/^A label( A label)*( A)?…$/m);
  expect(text).toMatch(/^9{8,40}…$/m);
});

it('rejects with the error of the stream if it cannot be written', async () => {
  const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) });
  await expect(writeReportPdf(full, REPORT)).rejects.toThrow('no space left');
});

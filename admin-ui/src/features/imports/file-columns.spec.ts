import { describe, expect, it } from 'vitest';
import {
  duplicateFields,
  guessMapping,
  IGNORED,
  rateOf,
  readFileStart,
  withHeadings,
  type ColumnField,
} from './file-columns';

const fileOf = (...parts: BlobPart[]): File => new File(parts, 'goods.csv', { type: 'text/csv' });
const headingsOf = async (file: File): Promise<readonly string[] | undefined> =>
  (await readFileStart(file))?.headings;

describe('readFileStart', () => {
  it.each<[string, string, string[]]>([
    ['plain', 'Item,Price\nRice,5\n', ['Item', 'Price']],
    ['with a byte order mark and blank lines', '\uFEFF\r\n\r\nItem,Price\r\nRice,5', ['Item', 'Price']],
    ['with quotes', '"Item, as sold","He said ""five""",\nRice,5,', ['Item, as sold', 'He said "five"', '']],
    ['with a break in a heading', '"Item\nname",Price\nRice,5', ['Item\nname', 'Price']],
    ['in Hindi', 'नाम,रंग\nचावल,लाल', ['नाम', 'रंग']],
    ['of one line', 'name', ['name']],
  ])('reads the headings of a file: %s', async (_, text, headings) => {
    expect(await headingsOf(fileOf(text))).toEqual(headings);
  });

  it('reads the first row', async () => {
    expect((await readFileStart(fileOf('Item,Price\r\n\r\n"Rice, red",5\r\nDal,6')))?.sample).toEqual([
      'Rice, red',
      '5',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['an endless line', `"${'a'.repeat(70_000)}`],
  ])('returns undefined for a file of %s', async (_, text) =>
    expect(await headingsOf(fileOf(text))).toBeUndefined(),
  );
});

describe('column mapping', () => {
  it('matches headings to fields by name or common alias', () => {
    expect(guessMapping(['SECTION', 'Item name', 'Unit', 'Colour', 'quantityAvailable'])).toEqual([
      'section',
      'name',
      'unitType',
      IGNORED,
      IGNORED,
    ]);
  });

  it.each(['Price', 'price', 'Rate', 'Rate per unit', 'RATEPERUNIT', 'Unit price'])(
    'takes the heading "%s" for amounts as people write them',
    (heading) => expect(guessMapping([heading])).toEqual(['price']),
  );

  it('takes the heading of an export for minor units, also beside a price', () => {
    expect(guessMapping(['ratePerUnit'])).toEqual(['ratePerUnit']);
    expect(guessMapping(['Price', 'ratePerUnit'])).toEqual([IGNORED, 'ratePerUnit']);
  });

  it('assigns each field once', () =>
    expect(guessMapping(['Price', 'Rate', 'name'])).toEqual(['price', IGNORED, 'name']));

  it('lists fields assigned to several columns, and two rates', () => {
    expect(duplicateFields(['name', 'brand', 'name', IGNORED, IGNORED])).toEqual(['name']);
    expect(duplicateFields(['ratePerUnit', 'price'])).toEqual(['ratePerUnit', 'price']);
  });

  it.each<[ColumnField, string, number | undefined]>([
    ['price', '45', 4500],
    ['price', '₹1,120.00', 112_000],
    ['price', '38,50', undefined],
    ['ratePerUnit', '4500', 4500],
    ['ratePerUnit', '45.00', undefined],
    ['delivery', '45', undefined],
  ])('reads a cell of %s, %s, as %s', (field, cell, rate) => expect(rateOf(field, cell, 2)).toBe(rate));
});

describe('withHeadings', () => {
  async function renamed(file: File, mapping: ColumnField[]): Promise<File> {
    const start = await readFileStart(file);
    return start === undefined ? file : withHeadings(file, start, mapping);
  }

  it('changes only the headings and keeps all other bytes', async () => {
    const rows = new Uint8Array([0x0d, 0x0a, 0xff, 0x2c, 0xe0, 0x0d, 0x0a]);
    const file = await renamed(fileOf('\uFEFF"Item, as sold",नाम', rows), ['brand', IGNORED]);
    const expected = await fileOf('\uFEFFbrand,-', rows).arrayBuffer();
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(expected));
    expect([file.name, file.type]).toEqual(['goods.csv', 'text/csv']);
  });

  it('returns the same file if its headings already match', async () => {
    const file = fileOf('name,section\nRice,Grains');
    expect(await renamed(file, ['name', 'section'])).toBe(file);
  });
});

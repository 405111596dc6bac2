import { describe, expect, it } from 'vitest';
import { choiceOf, fieldsHeldTwice, nameParts, readingBody, type Reading } from './reading';

const READING: Reading = {
  kind: 'csv',
  encoding: 'windows-1252',
  separator: 'semicolon',
  decimalMark: 'comma',
  sheet: null,
  sheets: [],
  headings: ['Artikel', 'Preis'],
  sample: [['Kiwi', '2,49']],
  columns: ['name', 'price'],
  fixed: { unitType: 'kg' },
  source: 'guessed',
  preset: null,
};

describe('readingBody', () => {
  it('says all that the person sees, except blank values', () => {
    const choice = { ...choiceOf(READING), fixed: { unitType: 'kg', section: '' } };
    expect(readingBody(READING, choice)).toEqual({
      encoding: 'windows-1252',
      separator: 'semicolon',
      decimalMark: 'comma',
      columns: ['name', 'price'],
      fixed: { unitType: 'kg' },
    });
  });

  it('leaves the columns open if the file is split into others', () => {
    expect(readingBody(READING, { ...choiceOf(READING), separator: 'comma' })).not.toHaveProperty('columns');
  });

  it('names the sheet of a workbook, which has no encoding', () => {
    const workbook: Reading = { ...READING, kind: 'xlsx', encoding: null, separator: null, sheet: 'Prices' };
    expect(readingBody(workbook, choiceOf(workbook))).toEqual({
      sheet: 'Prices',
      decimalMark: 'comma',
      columns: ['name', 'price'],
      fixed: { unitType: 'kg' },
    });
  });
});

it('offers columns that could tell products of one name apart', () => {
  const reading: Reading = {
    ...READING,
    headings: ['Artikel', 'Farbe', 'Nummer'],
    sample: [['Kiwi', '', 'K-100']],
    columns: ['name', '-', '-'],
  };
  expect(nameParts(reading).map(({ heading, body }) => [heading, body.columns])).toEqual([
    ['Nummer', ['name', '-', 'name']],
  ]);
});

it('offers the SKU as a part of the name, and neither the rate nor the unit', () => {
  const reading = {
    ...READING,
    headings: ['name', 'unit', 'price', 'sku'],
    sample: [['Banana Chips', 'pack', '60', 'BC-100']],
    columns: ['name', 'unitType', 'price', 'sku'] as Reading['columns'],
  };
  expect(nameParts(reading).map(({ heading, body }) => [heading, body.columns])).toEqual([
    ['sku', ['name', 'unitType', 'price', 'name']],
  ]);
});

it('finds fields that two columns hold, except for the parts of a name', () => {
  expect(fieldsHeldTwice(['name', 'name', '-', '-', 'brand', 'brand'])).toEqual(['brand']);
  expect(fieldsHeldTwice(['name', 'price', 'ratePerUnit'])).toEqual(['price', 'ratePerUnit']);
});

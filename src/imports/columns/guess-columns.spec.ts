import { newId } from '../../platform/common/id.js';
import { guessColumns, normalizedHeading, unknownHeadings } from './guess-columns.js';
import { HEADING_SYNONYMS } from './heading-synonyms.js';
import { presetOf } from './presets.js';

const guess = (headings: string[], sample: string[][] = []): readonly string[] =>
  guessColumns({ headings, sample, currency: 'INR' });

describe('guessColumns', () => {
  it.each<[string[], string[]]>([
    [
      [' SECTION ', 'Product Name', 'UOM', 'Selling Price'],
      ['section', 'name', 'unitType', 'price'],
    ],
    [
      ['Kategorie', 'Artikel', 'Einheit', 'Preis (INR)', 'Bestand'],
      ['section', 'name', 'unitType', 'price', 'counted'],
    ],
    [
      ['अनुभाग', 'नाम', 'इकाई', 'दाम ₹', 'मात्रा'],
      ['section', 'name', 'unitType', 'price', 'delivery'],
    ],
    [
      ['Category', 'Item', 'Rate (Rs.)', 'In Stock'],
      ['section', 'name', 'price', 'counted'],
    ],
    [
      ['name', 'name'],
      ['name', '-'],
    ],
    [
      ['colour', '', '-'],
      ['-', '-', '-'],
    ],
  ])('knows %j as %j', (headings, columns) => {
    expect(guess(headings)).toEqual(columns);
  });

  it('takes what the store sells at rather than the maximum price', () => {
    expect(guess(['Item', 'MRP', 'Selling Price'])).toEqual(['name', '-', 'price']);
    expect(guess(['Item', 'MRP'])).toEqual(['name', 'price']);
  });

  it('reads no price in another currency', () => {
    expect(guess(['Item', 'Price (EUR)'])).toEqual(['name', '-']);
    expect(guess(['Item', 'Price (KG)'])).toEqual(['name', '-']);
  });

  it('takes minor units only from the store’s own heading, which excludes a price', () => {
    expect(guess(['name', 'ratePerUnit', 'price'])).toEqual(['name', 'ratePerUnit', 'price']);
    expect(guess(['name', 'ratePerUnit', 'Selling price'])).toEqual(['name', 'ratePerUnit', '-']);
    expect(guess(['name', 'Rate per unit'])).toEqual(['name', 'price']);
  });

  it('takes a count or a delivery, unless the headings are the store’s own', () => {
    expect(guess(['Item', 'Qty', 'Stock'])).toEqual(['name', 'delivery', '-']);
    expect(guess(['name', 'counted', 'delivery'])).toEqual(['name', 'counted', 'delivery']);
  });

  it('leaves out the IDs of another program', () => {
    expect(guess(['id', 'version', 'name'], [['17', '3', 'Fig']])).toEqual(['-', '-', 'name']);
    expect(guess(['id', 'version', 'name'], [[newId(), '3', 'Fig']])).toEqual(['id', 'version', 'name']);
  });
});

it('lists each synonym for one field only, in the form that headings are compared in', () => {
  const all = Object.values(HEADING_SYNONYMS).flat();
  expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([]);
  expect(all.filter((word) => normalizedHeading(word, 'INR') !== word)).toEqual([]);
});

it('names headings that it does not know, but not those of the store’s own exports', () => {
  expect(
    unknownHeadings(['name', 'colour', 'quantityOnHand', '', '-'], ['name', '-', '-', '-', '-']),
  ).toEqual(['colour']);
});

describe('presetOf', () => {
  it.each<[string, string[], string[]]>([
    [
      'Shopify',
      [
        'Handle',
        'Title',
        'Body (HTML)',
        'Vendor',
        'Type',
        'Tags',
        'Published',
        'Variant Inventory Qty',
        'Variant Price',
      ],
      ['-', 'name', '-', 'brand', 'section', '-', 'published', 'counted', 'price'],
    ],
    [
      'WooCommerce',
      [
        'ID',
        'Type',
        'SKU',
        'Name',
        'Published',
        'Short description',
        'In stock?',
        'Stock',
        'Regular price',
        'Categories',
      ],
      ['-', '-', '-', 'name', 'published', 'description', '-', 'counted', 'price', 'section'],
    ],
    [
      'Square',
      ['Token', 'Item Name', 'Variation Name', 'Reporting Category', 'Price', 'Current Quantity Main Street'],
      ['-', 'name', '-', 'section', 'price', 'counted'],
    ],
    [
      'Odoo',
      ['Name', 'Sales Price', 'Cost', 'Product Category', 'Unit of Measure', 'Quantity On Hand'],
      ['name', 'price', '-', 'section', 'unitType', 'counted'],
    ],
    [
      'Zoho',
      [
        'Item ID',
        'Item Name',
        'SKU',
        'Selling Price',
        'Status',
        'Usage unit',
        'Category Name',
        'Stock On Hand',
      ],
      ['-', 'name', '-', 'price', 'published', 'unitType', 'section', 'counted'],
    ],
  ])('knows the export of %s', (name, headings, columns) => {
    expect(presetOf(headings)).toMatchObject({ name, columns });
  });

  it('knows no other file', () => {
    expect(presetOf(['Item Name', 'Price'])).toBeUndefined();
  });
});

import { newId } from '../../platform/common/id.js';
import { guessColumns, normalizedHeading, unknownHeadings } from './guess-columns.js';
import { CUSTOMER_COLUMNS } from './customer-columns.js';
import { presetOf } from './presets.js';
import { PRODUCT_COLUMNS } from './product-columns.js';

const guess = (headings: string[], sample: string[][] = []): readonly string[] =>
  guessColumns(PRODUCT_COLUMNS, { headings, sample, currency: 'INR' });

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
    expect(guess(['Item', 'MRP', 'Selling Price'])).toEqual(['name', 'mrp', 'price']);
    expect(guess(['Item', 'MRP'])).toEqual(['name', 'price']);
    expect(guess(['Item', 'mrp'])).toEqual(['name', 'price']);
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

it.each([
  ['products', PRODUCT_COLUMNS],
  ['customers', CUSTOMER_COLUMNS],
])(
  'lists each synonym of %s for one field only, in the form that headings are compared in',
  (_, { synonyms }) => {
    const all = Object.values(synonyms).flat();
    const twice = all.filter((word, i) => all.indexOf(word) !== i);
    // The maximum is the price of a file that has no other.
    expect(twice.filter((word) => !['mrp', 'एमआरपी'].includes(word))).toEqual([]);
    expect(all.filter((word) => normalizedHeading(word, 'INR') !== word)).toEqual([]);
  },
);

it.each<[string[], string[]]>([
  [
    ['Name', 'E-Mail', 'Mobile No.', 'Address', 'City', 'PIN code', 'Remarks'],
    ['name', 'email', 'phone', 'line1', 'city', 'postalCode', 'note'],
  ],
  [
    ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Telefon', 'Straße', 'PLZ', 'Ort', 'Sprache'],
    ['firstName', 'lastName', 'email', 'phone', 'line1', 'postalCode', 'city', 'locale'],
  ],
  [
    ['नाम', 'ईमेल', 'फ़ोन नंबर', 'पता', 'शहर', 'पिन कोड'],
    ['name', 'email', 'phone', 'line1', 'city', 'postalCode'],
  ],
  [
    ['id', 'username', 'email', 'emailConfirmedAt', 'displayName', 'role', 'status', 'locale', 'createdAt'],
    ['-', 'username', 'email', '-', 'name', '-', '-', 'locale', '-'],
  ],
])('knows the columns of customers %j as %j', (headings, columns) => {
  expect(guessColumns(CUSTOMER_COLUMNS, { headings, sample: [], currency: 'INR' })).toEqual(columns);
});

it('names headings that it does not know, but not those of the store’s own exports', () => {
  expect(
    unknownHeadings(
      PRODUCT_COLUMNS,
      ['name', 'colour', 'quantityOnHand', '', '-'],
      ['name', '-', '-', '-', '-'],
    ),
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
        'Option1 Name',
        'Option1 Value',
        'Option2 Value',
        'Variant Inventory Qty',
        'Variant Price',
      ],
      [
        ...['group', 'name', '-', 'brand', 'section', '-', 'published', '-', 'variant', 'variant'],
        ...['counted', 'price'],
      ],
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
      ['-', '-', 'sku', 'name', 'published', 'description', '-', 'counted', 'price', 'section'],
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
      ['-', 'name', 'sku', 'price', 'published', 'unitType', 'section', 'counted'],
    ],
  ])('knows the export of %s', (name, headings, columns) => {
    expect(presetOf(PRODUCT_COLUMNS, headings)).toMatchObject({ name, columns });
  });

  it.each<[string, string[], string[]]>([
    [
      'Shopify',
      [
        ...['Customer ID', 'First Name', 'Last Name', 'Email', 'Accepts Email Marketing'],
        ...['Default Address Company', 'Default Address Address1', 'Default Address Address2'],
        ...['Default Address City', 'Default Address Zip', 'Default Address Phone', 'Phone', 'Total Spent'],
        ...['Note', 'Tags'],
      ],
      [
        ...['-', 'firstName', 'lastName', 'email', '-', '-', 'line1', 'line2'],
        ...['city', 'postalCode', '-', 'phone', '-', 'note', '-'],
      ],
    ],
    [
      'WooCommerce',
      [
        ...['Name', 'Username', 'Last active', 'Sign up', 'Email', 'Orders', 'Total spend', 'AOV'],
        ...['Country / Region', 'City', 'Region', 'Postal code'],
      ],
      ['name', 'username', '-', '-', 'email', '-', '-', '-', '-', 'city', 'state', 'postalCode'],
    ],
    [
      'Square',
      [
        ...['Reference ID', 'First Name', 'Last Name', 'Email Address', 'Phone Number', 'Nickname'],
        ...['Street Address 1', 'Street Address 2', 'City', 'State', 'Postal Code', 'Memo'],
      ],
      [
        ...['-', 'firstName', 'lastName', 'email', 'phone', '-'],
        ...['line1', 'line2', 'city', 'state', 'postalCode', 'note'],
      ],
    ],
  ])('knows the customers of %s', (name, headings, columns) => {
    expect(presetOf(CUSTOMER_COLUMNS, headings)).toMatchObject({ name, columns });
  });

  it('knows no other file', () => {
    expect(presetOf(PRODUCT_COLUMNS, ['Item Name', 'Price'])).toBeUndefined();
  });
});

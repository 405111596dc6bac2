import type { CellType } from './cell-type.js';
import { TEXT_FIELDS } from './text-columns.js';

/**
 * The fields that a column of any kind of file can hold. The store's own `ratePerUnit` is in minor units, as in the API; a `price` is an amount
 * as people write it, in the currency's major unit.
 */
export const IMPORT_FIELDS = {
  id: 'text',
  version: 'number',
  section: 'text',
  name: 'text',
  sku: 'text',
  barcodes: 'clearable-list',
  unitType: 'unit',
  price: 'money',
  ratePerUnit: 'minor-units',
  mrp: 'money',
  taxClass: 'text',
  hsn: 'text',
  netContent: 'text',
  quantityStep: 'number',
  lowStockThreshold: 'number',
  maxPerOrder: 'clearable-number',
  brand: 'clearable-text',
  otherNames: 'clearable-list',
  description: 'clearable-text',
  ...TEXT_FIELDS,
  manufacturedOn: 'clearable-date',
  bestBefore: 'clearable-date',
  published: 'flag',
  delivery: 'number',
  counted: 'number',
  group: 'text',
  variant: 'text',
  email: 'text',
  firstName: 'text',
  lastName: 'text',
  phone: 'text',
  locale: 'text',
  line1: 'text',
  line2: 'text',
  city: 'text',
  postalCode: 'text',
  state: 'text',
  note: 'text',
  username: 'text',
  order: 'text',
  orderedAt: 'text',
  status: 'text',
  productId: 'text',
  quantity: 'number',
  lineTotal: 'money',
  currency: 'text',
  recipient: 'text',
} as const satisfies Record<string, CellType>;

export type ImportField = keyof typeof IMPORT_FIELDS;

export const IMPORT_FIELD_NAMES = Object.keys(IMPORT_FIELDS) as ImportField[];

/** Fields that may have one value for all rows. */
export const FIXED_FIELDS = ['section', 'unitType', 'brand', 'published'] as const satisfies ImportField[];

export type FixedField = (typeof FIXED_FIELDS)[number];

/** A value for all rows whose own cell is blank or missing, as it would be written in a cell. */
export type FixedValues = Readonly<Partial<Record<FixedField, string>>>;

/** A column that is left out. A heading that is exactly this is left out as well. */
export const LEFT_OUT = '-';

export type ColumnField = ImportField | typeof LEFT_OUT;

/** The field of each column of a file. */
export type Columns = readonly ColumnField[];

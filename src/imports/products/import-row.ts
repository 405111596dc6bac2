import { OmitType, PartialType } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, validateSync } from 'class-validator';
import { ChangeProductBody } from '../../catalog/admin/admin-products.dto.js';
import { MAX_VERSION, NOT_NULL } from '../../catalog/admin/edits.dto.js';
import { MAX_RATE } from '../../platform/common/money/money.js';
import { isWritable } from '../../platform/common/text.js';
import type { CsvFault, CsvRecord } from '../../platform/csv/csv-reader.js';
import { fieldErrors } from '../../platform/http/validation/field-errors.js';
import {
  IsId,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantityFromZero,
} from '../../platform/http/validation/validators.js';

/** An error in a row. Without a column, it concerns the entire row. */
export interface RowError {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** Product fields in a row. Omitted fields stay unchanged, or get the defaults of a new product. */
export class ImportProduct extends PartialType(
  OmitType(ChangeProductBody, ['sectionId', 'version'] as const),
  NOT_NULL,
) {
  /** ID of the product. Without it, the row means the product with its section and name, or a new one. */
  @IsOptional()
  @IsId()
  id?: string;

  /** Expected version of the product: a stale row is refused. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version?: number;

  /** Name or slug of a section. */
  @IsOptionalNotNull()
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  section?: string;

  /** Quantity delivered, in units; 0 for none. */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  delivery?: number;

  /** Quantity counted in the store, in units, including what is promised to orders that have not left. */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  counted?: number;
}

/** The column from which a file takes its rates. */
export type RateColumn = 'ratePerUnit' | 'price';

export interface ImportRow {
  readonly line: number;
  readonly product: ImportProduct;
  readonly rateColumn: RateColumn;
}

/** Returns an amount as people write it in minor units; undefined if it cannot be read. */
export type ReadMoney = (text: string) => number | undefined;

type CellType =
  'text' | 'clearable-text' | 'clearable-date' | 'number' | 'clearable-number' | 'money' | 'flag';

/**
 * All known columns. The store's own `ratePerUnit` is in minor units, as in exports and the API; a `price` is an amount as
 * people write it, in the currency's major unit. A blank cell of a clearable column clears the field.
 */
const COLUMNS: Readonly<Record<string, CellType>> = {
  id: 'text',
  version: 'number',
  section: 'text',
  name: 'text',
  unitType: 'text',
  ratePerUnit: 'number',
  price: 'money',
  quantityStep: 'number',
  lowStockThreshold: 'number',
  maxPerOrder: 'clearable-number',
  brand: 'clearable-text',
  description: 'clearable-text',
  manufacturedOn: 'clearable-date',
  bestBefore: 'clearable-date',
  published: 'flag',
  delivery: 'number',
  counted: 'number',
};

/** Columns of an export that tell the stock of its day. Only a count or a delivery changes the stock. */
const EXPORTED_STOCK = ['quantityAvailable', 'quantityPromised', 'quantityOnHand'];
const STOCK_COLUMN =
  'Stock changes through deliveries and counts: name the column delivery if its goods come in, counted if it is what was ' +
  'counted in the store, or remove it.';

/** Value of a blank cell; undefined leaves the field unchanged. */
const EMPTY_CELL: Readonly<Partial<Record<CellType, '' | null>>> = {
  'clearable-text': '',
  'clearable-date': null,
  'clearable-number': null,
};

/** Heading of ignored columns. It may occur several times. */
const IGNORED_HEADING = '-';

const FAULT_MESSAGES: Readonly<Record<CsvFault, string>> = {
  'stray-quote': 'Unexpected quotation mark: quote a cell that contains one, and double the mark.',
  'unclosed-quote': 'A quoted cell is not closed: the rest of the file was read as part of it.',
  'too-long': 'The row is too long. Maybe a quoted cell is not closed.',
};

/** Returns the errors of the header. Rows can only be checked once it is valid. */
export function headerErrors({ line, cells, fault }: CsvRecord): RowError[] {
  if (fault !== undefined) return [faultOf(line, fault)];
  const at = (column: string, code: string, message: string): RowError => ({ line, column, code, message });
  const errors = cells.flatMap((name, i) => {
    if (name === IGNORED_HEADING) return [];
    if (EXPORTED_STOCK.includes(name)) return [at(name, 'imports.stock-by-deliveries', STOCK_COLUMN)];
    if (!Object.hasOwn(COLUMNS, name))
      return [at(printable(name), 'imports.unknown-column', unknownColumn(name))];
    return cells.indexOf(name) === i
      ? []
      : [at(name, 'imports.column-twice', `Column ${name} occurs twice.`)];
  });
  if (cells.includes('price') && cells.includes('ratePerUnit'))
    errors.push(
      at('price', 'imports.two-rates', 'The columns price and ratePerUnit both hold the rate: keep one.'),
    );
  const hasKeyColumns = cells.includes('id') || (cells.includes('section') && cells.includes('name'));
  if (errors.length > 0 || hasKeyColumns) return errors;
  return [
    {
      line,
      column: null,
      code: 'imports.missing-column',
      message: 'Column id is required, or section and name.',
    },
  ];
}

/**
 * Parses a row, each cell by the type of its column. Returns errors if the syntax is invalid.
 *
 * @param readMoney reads the cells of the column `price`
 */
export function readRow(
  headings: readonly string[],
  { line, cells, fault }: CsvRecord,
  readMoney: ReadMoney,
): ImportRow | RowError[] {
  if (fault !== undefined) return [faultOf(line, fault)];
  if (cells.length !== headings.length) {
    const message = `The row has ${cells.length} cells, and the header ${headings.length}.`;
    return [{ line, column: null, code: 'imports.cell-count', message }];
  }
  const used = headings.flatMap((name, i) =>
    name === IGNORED_HEADING ? [] : [{ name, cell: cells[i] ?? '' }],
  );
  const errors = used.flatMap(({ name, cell }) => textErrors(line, name, cell));
  if (errors.length > 0) return errors;
  const values = used.map(({ name, cell }) => [name, valueOf(COLUMNS[name] ?? 'text', cell)] as const);
  const { price, ...fields } = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const product = Object.assign(new ImportProduct(), fields);
  if (price === undefined)
    return { line, product, rateColumn: headings.includes('price') ? 'price' : 'ratePerUnit' };
  const rate = rateOf(line, String(price), readMoney);
  if (typeof rate !== 'number') return [rate];
  return { line, product: Object.assign(product, { ratePerUnit: rate }), rateColumn: 'price' };
}

function rateOf(line: number, price: string, readMoney: ReadMoney): number | RowError {
  const rate = readMoney(price);
  const at = (code: string, message: string): RowError => ({ line, column: 'price', code, message });
  if (rate === undefined)
    return at('imports.not-an-amount', 'Price must be an amount such as 45, 38.50 or 1,120.00.');
  return rate > MAX_RATE ? at('imports.price-too-high', 'The price is higher than the store accepts.') : rate;
}

/** Validates the fields of a row by the rules of the API and returns the errors. */
export function fieldsOf({ line, product }: ImportRow): RowError[] {
  const errors = fieldErrors(validateSync(product, { forbidUnknownValues: true }));
  return errors.map(({ field, code, message }) => ({ line, column: field, code, message }));
}

function valueOf(type: CellType, cell: string): string | number | boolean | null | undefined {
  const trimmed = cell.trim();
  if (trimmed === '') return EMPTY_CELL[type];
  if (type === 'number' || type === 'clearable-number')
    return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
  if (type === 'flag') return { true: true, false: false }[trimmed.toLowerCase()] ?? trimmed;
  // Exports put an apostrophe before text that a spreadsheet would read as a formula.
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : type === 'clearable-text' ? cell : trimmed;
}

function textErrors(line: number, column: string, cell: string): RowError[] {
  if (cell.includes('\uFFFD'))
    return [{ line, column, code: 'imports.not-utf8', message: 'The cell is not written in UTF-8.' }];
  if (isWritable(cell)) return [];
  return [{ line, column, code: 'field.unwritable-character', message: 'The cell holds a NUL character.' }];
}

function faultOf(line: number, fault: CsvFault): RowError {
  return { line, column: null, code: `imports.${fault}`, message: FAULT_MESSAGES[fault] };
}

function unknownColumn(name: string): string {
  return `There is no column ${printable(name)}. The columns are ${Object.keys(COLUMNS).join(', ')}.`;
}

/** Returns a heading that is safe to show in an error. */
function printable(name: string): string {
  return name.replace(/[\p{C}\uFFFD]/gu, '?').slice(0, 60);
}

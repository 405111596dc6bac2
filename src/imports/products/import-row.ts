import { OmitType, PartialType } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, validateSync } from 'class-validator';
import { ChangeProductBody } from '../../catalog/admin/admin-catalog.dto.js';
import { isWritable } from '../../platform/common/text.js';
import type { CsvFault, CsvRecord } from '../../platform/csv/csv-reader.js';
import { fieldErrors } from '../../platform/http/validation/field-errors.js';
import {
  IsId,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantityFromZero,
} from '../../platform/http/validation/validators.js';

/** What is wrong with a row. Without a column it is the row as a whole. */
export interface RowError {
  /** On which the row begins, from 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** What a row says of a product. What it leaves out stays as it is, or is what a new product has where nothing is said. */
export class ImportProduct extends PartialType(
  OmitType(ChangeProductBody, ['sectionId', 'version'] as const),
  {
    skipNullProperties: false,
  },
) {
  /** Of the product that it is about; without it, it is the one of that name in that section, or a new one. */
  @IsOptional()
  @IsId()
  id?: string;

  /** The version that was seen: with it, a row that has become stale is refused. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_646)
  version?: number;

  /** A section's name, or its address. */
  @IsOptionalNotNull()
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  section?: string;

  /** How much comes in, in units; 0 for nothing. */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  delivery?: number;
}

export interface ImportRow {
  readonly line: number;
  readonly product: ImportProduct;
}

type Kind = 'text' | 'clearable-text' | 'clearable-date' | 'number' | 'flag';

/** Every column that there can be. Where a cell of a clearable one is blank, so will be what it says of the product. */
const COLUMNS: Readonly<Record<string, Kind>> = {
  id: 'text',
  version: 'number',
  section: 'text',
  name: 'text',
  unitType: 'text',
  ratePerUnit: 'number',
  quantityStep: 'number',
  lowStockThreshold: 'number',
  brand: 'clearable-text',
  description: 'clearable-text',
  manufacturedOn: 'clearable-date',
  bestBefore: 'clearable-date',
  published: 'flag',
  delivery: 'number',
};

/** The heading of a column that is passed over, of which there may be several. */
const LEFT_OUT = '-';

const FAULTS: Readonly<Record<CsvFault, string>> = {
  'stray-quote':
    'A quotation mark stands where none may be: a cell that has one is quoted, and the mark doubled.',
  'unclosed-quote': 'A quoted cell is not closed: the rest of the file is taken to be in it.',
  'too-long': 'The row is far too long. Perhaps a quoted cell is not closed.',
};

/** What is wrong with the headings. Nothing can be said of the rows until they are right. */
export function headerErrors({ line, cells, fault }: CsvRecord): RowError[] {
  if (fault !== undefined) return [faultOf(line, fault)];
  const at = (column: string, code: string, message: string): RowError => ({ line, column, code, message });
  const errors = cells.flatMap((name, i) => {
    if (name === LEFT_OUT) return [];
    if (name === 'quantityAvailable')
      return [at(name, 'imports.stock-by-deliveries', 'Stock changes by deliveries: take this column out.')];
    if (!Object.hasOwn(COLUMNS, name))
      return [at(shown(name), 'imports.unknown-column', unknownColumn(name))];
    return cells.indexOf(name) === i
      ? []
      : [at(name, 'imports.column-twice', `Column ${name} is there twice.`)];
  });
  const isEnough = cells.includes('id') || (cells.includes('section') && cells.includes('name'));
  if (errors.length > 0 || isEnough) return errors;
  return [
    {
      line,
      column: null,
      code: 'imports.missing-column',
      message: 'Column id is needed, or section and name.',
    },
  ];
}

/** A row as what it says of a product, with each cell read as its column asks for; or what is wrong with how it is written. */
export function readRow(
  headings: readonly string[],
  { line, cells, fault }: CsvRecord,
): ImportRow | RowError[] {
  if (fault !== undefined) return [faultOf(line, fault)];
  if (cells.length !== headings.length) {
    const message = `The row has ${cells.length} cells, and the header ${headings.length}.`;
    return [{ line, column: null, code: 'imports.cell-count', message }];
  }
  const taken = headings.flatMap((name, i) => (name === LEFT_OUT ? [] : [{ name, cell: cells[i] ?? '' }]));
  const errors = taken.flatMap(({ name, cell }) => textErrors(line, name, cell));
  if (errors.length > 0) return errors;
  const values = taken.map(({ name, cell }) => [name, valueOf(COLUMNS[name] ?? 'text', cell)] as const);
  const said = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  return { line, product: Object.assign(new ImportProduct(), said) };
}

/** What is wrong with what a row says, by the rules that a product has in the API. */
export function fieldsOf({ line, product }: ImportRow): RowError[] {
  const errors = fieldErrors(validateSync(product, { forbidUnknownValues: true }));
  return errors.map(({ field, code, message }) => ({ line, column: field, code, message }));
}

function valueOf(kind: Kind, cell: string): string | number | boolean | null | undefined {
  const trimmed = cell.trim();
  if (trimmed === '') return kind === 'clearable-text' ? '' : kind === 'clearable-date' ? null : undefined;
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
  if (kind === 'flag') return { true: true, false: false }[trimmed.toLowerCase()] ?? trimmed;
  // An export puts an apostrophe before what a spreadsheet would take for a formula.
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : kind === 'clearable-text' ? cell : trimmed;
}

function textErrors(line: number, column: string, cell: string): RowError[] {
  if (cell.includes('\uFFFD'))
    return [{ line, column, code: 'imports.not-utf8', message: 'The cell is not written in UTF-8.' }];
  if (isWritable(cell)) return [];
  return [{ line, column, code: 'field.unwritable-character', message: 'The cell holds a NUL character.' }];
}

function faultOf(line: number, fault: CsvFault): RowError {
  return { line, column: null, code: `imports.${fault}`, message: FAULTS[fault] };
}

function unknownColumn(name: string): string {
  return `There is no column ${shown(name)}. The columns are ${Object.keys(COLUMNS).join(', ')}.`;
}

/** A heading as an error can name it, whatever it is. */
function shown(name: string): string {
  return name.replace(/[\p{C}\uFFFD]/gu, '?').slice(0, 60);
}

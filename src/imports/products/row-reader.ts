import { MAX_RATE } from '../../platform/common/money/money.js';
import type { ReadMoney } from '../../platform/common/money/written-money.js';
import { isWritable } from '../../platform/common/text.js';
import type { CsvFault, CsvRecord } from '../../platform/csv/csv-reader.js';
import {
  FIXED_FIELDS,
  IMPORT_FIELDS,
  LEFT_OUT,
  type CellType,
  type ImportField,
} from '../columns/import-field.js';
import { readDate, readFlag, readNumber } from '../columns/written-cells.js';
import { writtenUnit } from '../columns/written-unit.js';
import type { Reading } from '../reading/reading.js';
import { ImportProduct, type ImportRow, type RowError } from './import-row.js';

/** How amounts and dates are written in the store's country. */
export interface LocalFormats {
  readonly readMoney: ReadMoney;
  readonly isMonthFirst: boolean;
}

/** Value of a blank cell; undefined leaves the field unchanged. */
const EMPTY_CELL: Readonly<Partial<Record<CellType, '' | null | readonly string[]>>> = {
  'clearable-text': '',
  'clearable-list': [],
  'clearable-date': null,
  'clearable-number': null,
};

const FAULT_MESSAGES: Readonly<Record<CsvFault, string>> = {
  'stray-quote': 'Unexpected quotation mark: quote a cell that contains one, and double the mark.',
  'unclosed-quote': 'A quoted cell is not closed: the rest of the file was read as part of it.',
  'too-long': 'The row is too long. Maybe a quoted cell is not closed.',
};

type Value = string | number | boolean | readonly string[] | null | undefined;

/** Reads the rows of one file, each cell by the type of its field. */
export class RowReader {
  /** Number of cells that a row must have: those of the headings, without blank ones at the end. */
  private readonly width: number;
  private readonly columns: readonly { readonly field: ImportField; readonly index: number }[];
  private readonly rateColumn: ImportRow['rateColumn'];

  constructor(
    private readonly reading: Reading,
    private readonly formats: LocalFormats,
  ) {
    this.width = reading.headings.findLastIndex((heading) => heading.trim() !== '') + 1;
    this.columns = reading.columns.flatMap((field, index) => (field === LEFT_OUT ? [] : [{ field, index }]));
    this.rateColumn = reading.columns.includes('ratePerUnit') ? 'ratePerUnit' : 'price';
  }

  /** Returns true for a row that says nothing: other programs write one for each further picture of a product. */
  isNothing({ cells, fault }: CsvRecord): boolean {
    return fault === undefined && this.columns.every(({ index }) => (cells[index] ?? '').trim() === '');
  }

  /** Returns a row, or its errors if its cells cannot be read. */
  read({ line, cells, fault }: CsvRecord): ImportRow | RowError[] {
    if (fault !== undefined) return [faultOf(line, fault)];
    const { headings } = this.reading;
    if (cells.length < this.width || cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
      const message = `The row has ${cells.length} cells, and the header ${headings.length}.`;
      return [{ line, column: null, code: 'imports.cell-count', message }];
    }
    const used = this.columns.map(({ field, index }) => ({ field, cell: cells[index] ?? '' }));
    const errors = used.flatMap(({ field, cell }) => textErrors(line, field, cell));
    return errors.length > 0 ? errors : this.rowOf(line, used);
  }

  private rowOf(
    line: number,
    used: readonly { readonly field: ImportField; readonly cell: string }[],
  ): ImportRow | RowError[] {
    const values = new Map<ImportField, Value>();
    for (const { field, cell } of used) {
      const value = this.valueOf(IMPORT_FIELDS[field], cell);
      const earlier = values.get(field);
      // Several columns of the name are its parts.
      values.set(field, field === 'name' && earlier !== undefined ? joined(earlier, value) : value);
    }
    for (const field of FIXED_FIELDS) {
      const fixed = this.reading.fixed[field]?.trim() ?? '';
      // Without a value for all rows, a missing column changes nothing.
      if (fixed !== '' && isBlank(values.get(field)))
        values.set(field, this.valueOf(IMPORT_FIELDS[field], fixed));
    }
    const price = values.get('price');
    values.delete('price');
    if (price !== undefined) {
      const rate = this.rateOf(line, String(price));
      if (typeof rate !== 'number') return [rate];
      values.set('ratePerUnit', rate);
    }
    const fields = Object.fromEntries([...withPackSize(values)].filter(([, value]) => value !== undefined));
    return { line, product: Object.assign(new ImportProduct(), fields), rateColumn: this.rateColumn };
  }

  private rateOf(line: number, price: string): number | RowError {
    const rate = this.formats.readMoney(price, this.reading.format.decimalMark);
    const at = (code: string, message: string): RowError => ({ line, column: 'price', code, message });
    if (rate === undefined)
      return at('imports.not-an-amount', 'Price must be an amount such as 45, 38.50 or 1,120.00.');
    return rate > MAX_RATE
      ? at('imports.price-too-high', 'The price is higher than the store accepts.')
      : rate;
  }

  private valueOf(type: CellType, cell: string): Value {
    const trimmed = cell.trim();
    if (trimmed === '') return EMPTY_CELL[type];
    switch (type) {
      case 'number':
      case 'minor-units':
      case 'clearable-number':
        return readNumber(trimmed, this.reading.format.decimalMark);
      case 'flag':
        return readFlag(trimmed);
      case 'clearable-date':
        return readDate(trimmed, this.formats.isMonthFirst);
      case 'clearable-list':
        return listOf(withoutApostrophe(cell) ?? cell);
      case 'clearable-text':
        return withoutApostrophe(cell) ?? cell;
      default:
        return withoutApostrophe(cell) ?? trimmed;
    }
  }
}

function isBlank(value: Value): boolean {
  return value === undefined || value === '' || value === null;
}

function joined(first: Value, second: Value): Value {
  return isBlank(second) ? first : `${String(first ?? '')} ${String(second)}`.trim();
}

/** Replaces a unit as people write it by its type, and adds the contents of a pack to the name that lacks them. */
function withPackSize(values: Map<ImportField, Value>): Map<ImportField, Value> {
  const written = writtenUnit(String(values.get('unitType') ?? ''));
  if (written === undefined) return values;
  values.set('unitType', written.unitType);
  const name = values.get('name');
  const { packSize } = written;
  if (typeof name === 'string' && packSize !== undefined && !condensed(name).includes(condensed(packSize)))
    values.set('name', `${name} ${packSize}`);
  return values;
}

function condensed(text: string): string {
  return text.toLowerCase().replace(/\s/g, '');
}

/** Returns the texts of a cell that commas or semicolons separate. */
function listOf(cell: string): string[] {
  return cell
    .split(/[,;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** Returns a cell without the apostrophe that exports put before text that a spreadsheet would read as a formula. */
function withoutApostrophe(cell: string): string | undefined {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : undefined;
}

function textErrors(line: number, column: string, cell: string): RowError[] {
  if (cell.includes('\uFFFD')) {
    const message = 'The cell has characters that are damaged, or are not in the encoding of the file.';
    return [{ line, column, code: 'imports.not-decodable', message }];
  }
  if (isWritable(cell)) return [];
  return [{ line, column, code: 'field.unwritable-character', message: 'The cell holds a NUL character.' }];
}

function faultOf(line: number, fault: CsvFault): RowError {
  return { line, column: null, code: `imports.${fault}`, message: FAULT_MESSAGES[fault] };
}

import { isWritable, normalizedText } from '../../platform/common/text.js';
import type { CsvFault, CsvRecord } from '../../platform/csv/csv-reader.js';
import type { CellType } from '../columns/cell-type.js';
import type { ColumnRules } from '../columns/column-rules.js';
import { FIXED_FIELDS, IMPORT_FIELDS, LEFT_OUT, type ImportField } from '../columns/import-field.js';
import { readDate, readFlag, readNumber } from '../written/written-cells.js';
import type { Reading } from '../reading/reading.js';
import type { RowError } from './row-error.js';

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

/** What a cell says: undefined if it says nothing, null if it clears the field. */
export type CellValue = string | number | boolean | readonly string[] | null | undefined;

/** What the cells of a row say about each field. An amount of money is still the text that the cell has. */
export type Cells = Map<ImportField, CellValue>;

/** Reads the rows of one file, each cell by the type of its field. */
export class RowCells {
  /** Number of cells that a row must have: those of the headings, without blank ones at the end. */
  private readonly width: number;
  private readonly columns: readonly { readonly field: ImportField; readonly index: number }[];

  /** @param isMonthFirst true if the store's country writes the month before the day */
  constructor(
    private readonly reading: Reading,
    private readonly rules: ColumnRules,
    private readonly isMonthFirst: boolean,
  ) {
    this.width = reading.headings.findLastIndex((heading) => heading.trim() !== '') + 1;
    this.columns = reading.columns.flatMap((field, index) => (field === LEFT_OUT ? [] : [{ field, index }]));
  }

  /**
   * Returns true for a row that says nothing, or only which product it belongs to: other programs write one for each further
   * picture of a product.
   */
  isNothing({ cells, fault }: CsvRecord): boolean {
    const saying = this.columns.filter(({ field }) => field !== 'group');
    return fault === undefined && saying.every(({ index }) => (cells[index] ?? '').trim() === '');
  }

  /** Returns the cells of a row, or their errors if they cannot be read. */
  read({ line, cells, fault }: CsvRecord): Cells | RowError[] {
    if (fault !== undefined)
      return [{ line, column: null, code: `imports.${fault}`, message: FAULT_MESSAGES[fault] }];
    const { headings } = this.reading;
    if (cells.length < this.width || cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
      const message = `The row has ${cells.length} cells, and the header ${headings.length}.`;
      return [{ line, column: null, code: 'imports.cell-count', message }];
    }
    const used = this.columns.map(({ field, index }) => ({ field, cell: cells[index] ?? '' }));
    const errors = used.flatMap(({ field, cell }) => textErrors(line, field, cell));
    return errors.length > 0 ? errors : this.valuesOf(used);
  }

  private valuesOf(used: readonly { readonly field: ImportField; readonly cell: string }[]): Cells {
    const values: Cells = new Map();
    for (const { field, cell } of used) {
      const value = this.valueOf(IMPORT_FIELDS[field], cell);
      const earlier = values.get(field);
      const isPart = earlier !== undefined && this.rules.inParts.includes(field);
      values.set(field, isPart ? joined(earlier, value) : value);
    }
    for (const field of FIXED_FIELDS.filter((one) => this.rules.fields.includes(one))) {
      const fixed = this.reading.fixed[field]?.trim() ?? '';
      // Without a value for all rows, a missing column changes nothing.
      if (fixed !== '' && isBlank(values.get(field)))
        values.set(field, this.valueOf(IMPORT_FIELDS[field], fixed));
    }
    return values;
  }

  private valueOf(type: CellType, cell: string): CellValue {
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
        return readDate(trimmed, this.isMonthFirst);
      case 'clearable-list':
        return listOf(withoutApostrophe(cell) ?? cell);
      case 'clearable-text':
        return withoutApostrophe(cell) ?? cell;
      default:
        return withoutApostrophe(cell) ?? trimmed;
    }
  }
}

/** Replaces the text of a field by what `read` returns for it. Other values stay. */
export function changeText(cells: Cells, field: ImportField, read: (text: string) => string): void {
  const value = cells.get(field);
  if (typeof value === 'string') cells.set(field, read(value));
}

/** Brings all texts of a row into one form. */
export function normalizeTexts(cells: Cells): void {
  for (const field of cells.keys()) changeText(cells, field, normalizedText);
}

/** Returns the fields of a row that say something, as an object of its class. */
export function rowOf<Row extends object>(type: new () => Row, cells: Cells): Row {
  return Object.assign(new type(), Object.fromEntries([...cells].filter(([, value]) => value !== undefined)));
}

function isBlank(value: CellValue): boolean {
  return value === undefined || value === '' || value === null;
}

function joined(first: CellValue, second: CellValue): CellValue {
  return isBlank(second) ? first : `${String(first ?? '')} ${String(second)}`.trim();
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

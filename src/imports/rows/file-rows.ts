import { setImmediate } from 'node:timers/promises';
import { validateSync } from 'class-validator';
import type { CsvRecord } from '../../platform/csv/csv-reader.js';
import { fieldErrors } from '../../platform/http/validation/field-errors.js';
import type { ColumnRules } from '../columns/column-rules.js';
import { fileRecords } from '../files/file-records.js';
import type { Reading } from '../reading/reading.js';
import { readingErrors } from '../reading/reading-errors.js';
import { RowCells, type Cells } from './row-cells.js';
import type { RowError } from './row-error.js';

/** A row of a file that could be read. */
export interface FileRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
}

/** A batch of valid rows, the errors of the others, and the progress in the file. */
export interface RowBatch<Row> {
  readonly rows: readonly Row[];
  readonly errors: readonly RowError[];
  /** Number of rows, valid and invalid. */
  readonly count: number;
  readonly bytesRead: number;
}

/** A file to import, and how it is read. */
export interface ReadableFile {
  readonly path: string;
  readonly reading: Reading;
}

/** How the rows of a file are read. */
export interface RowOptions<Row> {
  readonly rules: ColumnRules;
  readonly isMonthFirst: boolean;
  /** Returns the row that the cells say, or their errors. */
  readonly parse: (line: number, cells: Cells) => Row | RowError[];
}

const ROW_BATCH_SIZE = 250;
export const MAX_ROWS = 250_000;

/** Reads the rows of a file in batches, so that a file of any size takes little memory. */
export async function* fileRows<Row extends FileRow>(
  { path, reading }: ReadableFile,
  { rules, isMonthFirst, parse }: RowOptions<Row>,
): AsyncGenerator<RowBatch<Row>> {
  const columnErrors = readingErrors(reading, rules);
  if (reading.headings.length > 0 && columnErrors.length > 0) {
    yield { rows: [], errors: columnErrors, count: 0, bytesRead: 0 };
    return;
  }
  const cells = new RowCells(reading, rules, isMonthFirst);
  let rows = 0;
  for await (const { records, bytesRead } of bodyRecords(path, reading)) {
    rows += records.length;
    if (rows > MAX_ROWS) {
      yield { rows: [], errors: [tooMany(records)], count: records.length, bytesRead };
      return;
    }
    yield { ...batchOf(records, cells, parse), count: records.length, bytesRead };
    await setImmediate();
  }
  if (rows === 0) yield { rows: [], errors: [EMPTY_FILE], count: 0, bytesRead: 0 };
}

/** Validates what a row says by the rules of its class, and returns the errors. */
export function fieldsOf(line: number, fields: object): RowError[] {
  const errors = fieldErrors(validateSync(fields, { forbidUnknownValues: true }));
  // What is wrong within a field, such as its quantity, is in the field's column.
  return errors.map(({ field, code, message }) => ({
    line,
    column: field.split('.')[0] ?? field,
    code,
    message,
  }));
}

/** Reads the records below the headings, at most {@link ROW_BATCH_SIZE} at once. */
async function* bodyRecords(
  path: string,
  reading: Reading,
): AsyncGenerator<{ readonly records: readonly CsvRecord[]; readonly bytesRead: number }> {
  let hasHeadings = false;
  for await (const { records, bytesRead } of fileRecords(path, reading.format)) {
    const body = hasHeadings ? records : records.slice(1);
    hasHeadings ||= records.length > 0;
    for (let at = 0; at < body.length; at += ROW_BATCH_SIZE)
      yield { records: body.slice(at, at + ROW_BATCH_SIZE), bytesRead };
  }
}

const EMPTY_FILE: RowError = {
  line: 1,
  column: null,
  code: 'imports.empty',
  message: 'The file has no rows.',
};

function tooMany([first]: readonly CsvRecord[]): RowError {
  const message = `The file has more than ${MAX_ROWS} rows. Split it into several files.`;
  return { line: first?.line ?? 1, column: null, code: 'imports.too-many-rows', message };
}

function batchOf<Row extends FileRow>(
  records: readonly CsvRecord[],
  reader: RowCells,
  parse: RowOptions<Row>['parse'],
): Pick<RowBatch<Row>, 'rows' | 'errors'> {
  const rows: Row[] = [];
  const errors: RowError[] = [];
  for (const record of records) {
    if (reader.isNothing(record)) continue;
    const cells = reader.read(record);
    const row = Array.isArray(cells) ? cells : parse(record.line, cells);
    if (Array.isArray(row)) errors.push(...row);
    else rows.push(row);
  }
  return { rows, errors };
}

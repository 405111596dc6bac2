import { setImmediate } from 'node:timers/promises';
import type { CsvRecord } from '../../platform/csv/csv-reader.js';
import { fileRecords } from '../files/file-records.js';
import type { Reading } from '../reading/reading.js';
import { readingErrors } from '../reading/reading-errors.js';
import { fieldsOf, type ImportRow, type RowError } from './import-row.js';
import { RowReader, type LocalFormats } from './row-reader.js';

/** A batch of valid rows, the errors of the others, and the progress in the file. */
export interface RowBatch {
  readonly rows: readonly ImportRow[];
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
export interface RowOptions {
  readonly formats: LocalFormats;
  /** True to validate the fields of each row; not needed for a file that was validated before. */
  readonly isChecked: boolean;
}

const ROW_BATCH_SIZE = 250;
export const MAX_ROWS = 250_000;

/** Reads the rows of a file in batches, so that a file of any size takes little memory. */
export async function* productRows(
  { path, reading }: ReadableFile,
  { formats, isChecked }: RowOptions,
): AsyncGenerator<RowBatch> {
  const columnErrors = readingErrors(reading);
  if (reading.headings.length > 0 && columnErrors.length > 0) {
    yield { rows: [], errors: columnErrors, count: 0, bytesRead: 0 };
    return;
  }
  const reader = new RowReader(reading, formats);
  let rows = 0;
  for await (const { records, bytesRead } of bodyRecords(path, reading)) {
    rows += records.length;
    if (rows > MAX_ROWS) {
      yield { rows: [], errors: [tooMany(records)], count: records.length, bytesRead };
      return;
    }
    yield { ...batchOf(reader, records, isChecked), count: records.length, bytesRead };
    await setImmediate();
  }
  if (rows === 0) yield { rows: [], errors: [EMPTY_FILE], count: 0, bytesRead: 0 };
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

function batchOf(
  reader: RowReader,
  records: readonly CsvRecord[],
  isChecked: boolean,
): Pick<RowBatch, 'rows' | 'errors'> {
  const rows: ImportRow[] = [];
  const errors: RowError[] = [];
  for (const record of records) {
    if (reader.isNothing(record)) continue;
    const row = reader.read(record);
    const rowErrors = 'line' in row ? (isChecked ? fieldsOf(row) : []) : row;
    if (rowErrors.length > 0) errors.push(...rowErrors);
    else if ('line' in row) rows.push(row);
  }
  return { rows, errors };
}

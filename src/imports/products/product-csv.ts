import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { CsvReader, type CsvRecord } from '../../platform/csv/csv-reader.js';
import {
  fieldsOf,
  headerErrors,
  readRow,
  type ImportRow,
  type ReadMoney,
  type RowError,
} from './import-row.js';

/** A batch of valid rows, the errors of the others, and the progress in the file. */
export interface RowBatch {
  readonly rows: readonly ImportRow[];
  readonly errors: readonly RowError[];
  /** Number of rows, valid and invalid. */
  readonly count: number;
  readonly bytesRead: number;
}

const ROW_BATCH_SIZE = 250;
export const MAX_ROWS = 250_000;

/**
 * Reads the rows of a file in batches, so that a file of any size takes little memory.
 *
 * @param readMoney reads prices as people write them
 * @param check true to validate the fields of each row; not needed for a file that was validated before
 */
export async function* productRows(
  path: string,
  readMoney: ReadMoney,
  check: boolean,
): AsyncGenerator<RowBatch> {
  let headings: readonly string[] | undefined;
  let rows = 0;
  for await (const { records, bytesRead } of recordBatches(path)) {
    const body = headings === undefined ? records.slice(1) : records;
    if (headings === undefined && records[0] !== undefined) {
      const errors = headerErrors(records[0]);
      if (errors.length > 0) {
        yield { rows: [], errors, count: 0, bytesRead };
        return;
      }
      headings = records[0].cells;
    }
    rows += body.length;
    if (rows > MAX_ROWS) {
      yield { rows: [], errors: [tooMany(body)], count: body.length, bytesRead };
      return;
    }
    const rowBatch = batchOf(headings ?? [], body, readMoney, check);
    yield { ...rowBatch, count: body.length, bytesRead };
    await setImmediate();
  }
  if (rows === 0) yield { rows: [], errors: [EMPTY_FILE], count: 0, bytesRead: 0 };
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
  headings: readonly string[],
  records: readonly CsvRecord[],
  readMoney: ReadMoney,
  check: boolean,
): Pick<RowBatch, 'rows' | 'errors'> {
  const rows: ImportRow[] = [];
  const errors: RowError[] = [];
  for (const record of records) {
    const row = readRow(headings, record, readMoney);
    const rowErrors = 'line' in row ? (check ? fieldsOf(row) : []) : row;
    if (rowErrors.length > 0) errors.push(...rowErrors);
    else if ('line' in row) rows.push(row);
  }
  return { rows, errors };
}

/** Reads the records of a UTF-8 file, with or without a byte order mark. */
async function* recordBatches(path: string): AsyncGenerator<{ records: CsvRecord[]; bytesRead: number }> {
  const reader = new CsvReader();
  const decoder = new TextDecoder();
  let pending: CsvRecord[] = [];
  let bytesRead = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytesRead += chunk.length;
    pending.push(...reader.push(decoder.decode(chunk, { stream: true })));
    for (; pending.length >= ROW_BATCH_SIZE; pending = pending.slice(ROW_BATCH_SIZE)) {
      yield { records: pending.slice(0, ROW_BATCH_SIZE), bytesRead };
    }
  }
  pending.push(...reader.push(decoder.decode()), ...reader.end());
  if (pending.length > 0) yield { records: pending, bytesRead };
}

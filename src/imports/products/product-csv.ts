import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { CsvReader, type CsvRecord } from '../../platform/csv/csv-reader.js';
import { fieldsOf, headerErrors, readRow, type ImportRow, type RowError } from './import-row.js';

/** Some rows of the file, what is wrong with others, and how much of the file has been read. */
export interface RowBatch {
  readonly rows: readonly ImportRow[];
  readonly errors: readonly RowError[];
  /** How many rows there were, good and bad. */
  readonly count: number;
  readonly bytesRead: number;
}

const BATCH = 250;
export const MAX_ROWS = 250_000;

/**
 * Reads the rows of a file, some at a time, so that a file of any size takes little memory.
 *
 * @param check whether to check what each row says. It is not needed for a file that has been checked before
 */
export async function* productRows(path: string, check: boolean): AsyncGenerator<RowBatch> {
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
    yield batchOf(headings ?? [], body, check, bytesRead);
    await setImmediate();
  }
  if (rows === 0) yield { rows: [], errors: [NOTHING], count: 0, bytesRead: 0 };
}

const NOTHING: RowError = { line: 1, column: null, code: 'imports.empty', message: 'The file has no rows.' };

function tooMany([first]: readonly CsvRecord[]): RowError {
  const message = `The file has more than ${MAX_ROWS} rows. Send it in several.`;
  return { line: first?.line ?? 1, column: null, code: 'imports.too-many-rows', message };
}

function batchOf(
  headings: readonly string[],
  records: readonly CsvRecord[],
  check: boolean,
  bytesRead: number,
): RowBatch {
  const rows: ImportRow[] = [];
  const errors: RowError[] = [];
  for (const record of records) {
    const row = readRow(headings, record);
    const found = 'line' in row ? (check ? fieldsOf(row) : []) : row;
    if (found.length > 0) errors.push(...found);
    else if ('line' in row) rows.push(row);
  }
  return { rows, errors, count: records.length, bytesRead };
}

/** The records of a file in UTF-8, with or without a byte order mark. */
async function* recordBatches(path: string): AsyncGenerator<{ records: CsvRecord[]; bytesRead: number }> {
  const reader = new CsvReader();
  const decoder = new TextDecoder();
  let waiting: CsvRecord[] = [];
  let bytesRead = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytesRead += chunk.length;
    waiting.push(...reader.push(decoder.decode(chunk, { stream: true })));
    for (; waiting.length >= BATCH; waiting = waiting.slice(BATCH)) {
      yield { records: waiting.slice(0, BATCH), bytesRead };
    }
  }
  waiting.push(...reader.push(decoder.decode()), ...reader.end());
  if (waiting.length > 0) yield { records: waiting, bytesRead };
}

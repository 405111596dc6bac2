import { createReadStream } from 'node:fs';
import { CsvReader, type CsvRecord } from '../../platform/csv/csv-reader.js';
import { isSeparatorLine } from './detect-separator.js';
import { SEPARATOR_CHARACTERS, type TextFormat } from './file-format.js';
import { withoutBlanks } from './file-start.js';
import type { RecordBatch } from './record-batch.js';

/** Reads the rows of a text file in batches, the headings first. Blank rows are left out. */
export async function* textRecords(
  path: string,
  { encoding, separator }: TextFormat,
): AsyncGenerator<RecordBatch> {
  const reader = new CsvReader(SEPARATOR_CHARACTERS[separator]);
  const decoder = new TextDecoder(encoding);
  let bytesRead = 0;
  const batchOf = (records: readonly CsvRecord[]): RecordBatch => ({
    records: withoutBlanks(records.filter((record) => !isSeparatorLine(record))),
    bytesRead,
  });
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytesRead += chunk.length;
    yield batchOf(reader.push(decoder.decode(chunk, { stream: true })));
  }
  yield batchOf([...reader.push(decoder.decode()), ...reader.end()]);
}

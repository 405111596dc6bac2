import type { FileFormat } from './file-format.js';
import type { RecordBatch } from './record-batch.js';
import { textRecords } from './text-records.js';
import { workbookRecords } from './workbook-records.js';

/** Reads the rows of a file in batches, the headings first. Blank rows are left out. */
export function fileRecords(path: string, format: FileFormat): AsyncGenerator<RecordBatch> {
  return format.kind === 'csv' ? textRecords(path, format) : workbookRecords(path, format);
}

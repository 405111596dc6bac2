import type { CsvRecord } from '../../platform/csv/csv-reader.js';

/** The next rows of a file, and the progress in it. */
export interface RecordBatch {
  readonly records: readonly CsvRecord[];
  /** Number of bytes of the file read so far. */
  readonly bytesRead: number;
}

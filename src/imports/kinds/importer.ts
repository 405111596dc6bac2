import type { Transaction } from '../../platform/database/transaction.js';
import type { Import } from '../import.entity.js';
import type { ReadableFile } from '../rows/file-rows.js';
import type { ImportErrors } from './fault-tally.js';

/** Rows and changes of a file, applied or planned. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
  readonly counted: number;
  /** Number of rows whose rate a person must confirm. */
  readonly rateChanges: number;
}

/** Called after each batch of rows with the number of bytes read. */
export type OnProgress = (bytesRead: number) => Promise<void>;

/** What the check of a file has found. */
export interface CheckedFile {
  readonly counts: ImportCounts;
  readonly faults: ImportErrors;
  /** The rows that a person must confirm, as errors. */
  readonly unconfirmed: ImportErrors;
  /** Stores the rows to show before they are applied. */
  readonly storeRows: (tx: Transaction) => Promise<void>;
  /**
   * Plans each row again, on the current data, and applies all of them.
   *
   * @returns the changes
   * @throws NoLongerValid, so that the transaction rolls back
   */
  readonly apply: (tx: Transaction, onProgress: OnProgress) => Promise<ImportCounts>;
}

/** Imports one kind of file. */
export interface Importer {
  /** Checks a file without changing anything. */
  check(file: Import, readable: ReadableFile, onProgress: OnProgress): Promise<CheckedFile>;
}

/** Thrown when data changed after the check and a row is no longer valid. */
export class NoLongerValid extends Error {
  override readonly name = 'NoLongerValid';

  constructor(readonly faults: ImportErrors) {
    super('The data have changed since the file was checked.');
  }
}

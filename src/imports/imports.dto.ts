import { IsIn, IsOptional } from 'class-validator';
import { TableQuery, type TablePage } from '../platform/http/validation/pagination.js';
import { IMPORT_STATUSES, type ImportStatus } from './import-status.js';

/** Which imports to list. */
export class ImportQuery extends TableQuery {
  /** @example invalid */
  @IsOptional()
  @IsIn(IMPORT_STATUSES)
  status?: ImportStatus;
}

/** Why it failed. */
export class ImportFailureView {
  /** @example imports.file-gone */
  code: string;
  /** @example "The file is no longer there. Send it again." */
  message: string;
}

/** A file of products, how far the store has come with it, and what came of it. */
export class ImportView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;

  /** @example 019a52c0-5f10-7b21-8c44-1e9d7a3f6b02 */
  ownerId: string;

  /** @example manager */
  ownerName: string;

  /** @example new-range.csv */
  fileName: string;

  /** @example 9411200 */
  bytes: number;

  /** Whether it only tells what it would do. @example false */
  dryRun: boolean;

  /** @example applying */
  @IsIn(IMPORT_STATUSES)
  status: ImportStatus;

  /** How far it has come: the first half is validating, the second applying. @example 60 */
  percent: number;

  /** Null until all have been read. @example 50000 */
  rowsTotal: number | null;

  /** Products that are new by it, or would be. @example 48000 */
  added: number;

  /** Products that were there and are changed by it, or would be. @example 1200 */
  updated: number;

  /** Products of which more came in, or would. @example 49000 */
  deliveries: number;

  /** How many things are wrong with the file. @example 0 */
  errorCount: number;

  /** Until when a file that was checked and found good can be applied by who sent it; null where it cannot. */
  applicableUntil: string | null;

  /** Null unless it failed. */
  error: ImportFailureView | null;

  /** @example 2026-03-01T09:30:00.000Z */
  createdAt: string;

  /** @example 2026-03-01T09:30:01.000Z */
  startedAt: string | null;

  /** @example 2026-03-01T09:30:21.000Z */
  finishedAt: string | null;
}

/** A page of imports, newest first. */
export class ImportTable implements TablePage<ImportView> {
  items: ImportView[];
  /** @example 3 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

/** What is wrong with a row. */
export class ImportErrorView {
  /** On which the row begins, from 1, as an editor counts them. @example 4711 */
  line: number;
  /** Null where the whole row is at fault. @example ratePerUnit */
  column: string | null;
  /** @example field.is-int */
  code: string;
  /** @example "RatePerUnit must be an integer number." */
  message: string;
}

/** A page of what is wrong with a file, in the order of its rows. */
export class ImportErrorTable implements TablePage<ImportErrorView> {
  items: ImportErrorView[];
  /** How many are kept: the first ten thousand. `errorCount` of the import says how many there are. @example 3 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

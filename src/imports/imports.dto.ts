import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../platform/http/validation/pagination.js';
import { IsQueryFlag, IsOptionalNotNull } from '../platform/http/validation/validators.js';
import { MAX_GROUPS, MAX_MISSING_SECTIONS } from './faults/fault-summary.js';
import { CHANGE_NOTICES, type ChangeNotice } from './import-change.entity.js';
import { IMPORT_STATUSES, type ImportStatus } from './import-status.js';
import { IMPORT_KINDS, type ImportKind } from './kinds/import-kinds.js';
import { RATE_NOTICES, type RateNotice } from './products/rate-change.js';
import { ImportReadingView } from './reading/reading.dto.js';

/** Filters of the import list. */
export class ImportQuery extends TableQuery {
  /** @example invalid */
  @IsOptional()
  @IsIn(IMPORT_STATUSES)
  status?: ImportStatus;

  /** @example customers */
  @IsOptional()
  @IsIn(IMPORT_KINDS)
  kind?: ImportKind;
}

/** What a person confirms when a checked import is applied. */
export class ApplyImportBody {
  /** True to apply rows that another import has applied before. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  confirmRepeat?: boolean;

  /** True to apply rates that change more than fivefold. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  confirmRateChanges?: boolean;
}

/** Fields that a row of customers has. */
const MAX_FIELD_CHANGES = 30;

/** Another import with the same rows. */
export class EarlierImportView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  importId: string;
  /** @example delivery-note.csv */
  fileName: string;
  /** @example manager */
  byName: string;
  /** Null while it is being applied. @example 2026-03-01T09:30:21.000Z */
  appliedAt: string | null;
}

/** Reason why an import failed. */
export class ImportFailureView {
  /** @example imports.file-gone */
  code: string;
  /** @example "The file is no longer there. Send it again." */
  message: string;
}

/** All row errors of one kind in one column. */
export class ImportErrorGroupView {
  /** @example imports.not-an-amount */
  code: string;
  /** Null if the errors concern the entire row. @example price */
  column: string | null;
  /** @example 12 */
  count: number;
  /** Line of the first error. @example 4711 */
  line: number;
  /** Message of the first error. @example "Price must be an amount such as 45, 38.50 or 1,120.00." */
  message: string;
}

/** A section that rows name and the store does not have. */
export class MissingSectionView {
  /** @example "Tea & Coffee" */
  name: string;
  /** Number of rows that name it. @example 12 */
  rows: number;
}

/** An import: its file, progress and result. */
export class ImportView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;

  /** @example 019a52c0-5f10-7b21-8c44-1e9d7a3f6b02 */
  ownerId: string;

  /** @example manager */
  ownerName: string;

  /** What the file holds. @example products */
  @IsIn(IMPORT_KINDS)
  kind: ImportKind;

  /** @example new-range.csv */
  fileName: string;

  /** @example 9411200 */
  bytes: number;

  /** True if the import only reports what it would change. @example false */
  dryRun: boolean;

  /** @example applying */
  @IsIn(IMPORT_STATUSES)
  status: ImportStatus;

  /** Progress in percent: validation up to 50, applying up to 100. @example 60 */
  percent: number;

  /** Number of rows; null until all are read. @example 50000 */
  rowsTotal: number | null;

  /** Number of products, customers or orders created; in a dry run, to be created. @example 48000 */
  added: number;

  /** Number of existing products or customers changed; in a dry run, to be changed. @example 1200 */
  updated: number;

  /** Number of products delivered; in a dry run, to be delivered. @example 49000 */
  deliveries: number;

  /** Number of products counted; in a dry run, to be set to the count. @example 120 */
  counted: number;

  /** Number of rows whose rate changes more than fivefold: applying them must be confirmed. @example 0 */
  rateChanges: number;

  /** Total number of row errors. @example 0 */
  errorCount: number;

  /** The latest import that has applied the same rows as this checked one: applying them again must be confirmed. */
  appliedBefore: EarlierImportView | null;

  /** Time until which the current user can apply the checked file; null if that is not possible. */
  applicableUntil: string | null;

  /** Time until which the current user can have the file checked again; null if that is not possible. */
  checkableUntil: string | null;

  /** How the file is read; null until that is decided, and for imports of earlier releases. */
  reading: ImportReadingView | null;

  /** The row errors by kind, most frequent first. */
  @ApiProperty({ maxItems: MAX_GROUPS })
  errorGroups: ImportErrorGroupView[];

  /** The sections that rows name and the store does not have. */
  @ApiProperty({ maxItems: MAX_MISSING_SECTIONS })
  missingSections: MissingSectionView[];

  /** Null unless the import failed. */
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
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: ImportView[];
  /** @example 3 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

/** Filters of the rows of a checked import. */
export class ImportRowQuery extends TableQuery {
  /** True for the rows with a notice only. @example true */
  @IsOptional()
  @IsQueryFlag()
  noticed?: boolean;
}

/** A field that a row of a checked import changes. */
export class ImportFieldChangeView {
  /** @example name */
  field: string;
  /** Null for nothing. @example asha */
  before: string | null;
  /** Null for nothing. @example "Asha Rao" */
  after: string | null;
}

/** A row of a checked import: what its product costs now, and what it will cost. */
export class ImportRowView {
  /** Line on which the row begins, from 1, as text editors count. @example 4711 */
  line: number;
  /** @example Fruits */
  section: string;
  /** @example "Kiwi Gold" */
  name: string;
  /** Null for a new product. @example piece */
  @IsIn(UNIT_TYPES)
  unitBefore: UnitType | null;
  /** Null for a new product; minor units per `unitBefore`. @example 4000 */
  rateBefore: number | null;
  /** @example piece */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** Minor units per `unitType`. @example 4500 */
  ratePerUnit: number;
  /** Quantity delivered, in units; 0 for none. @example 20.5 */
  delivery: number;
  /** Quantity counted in the store, in units; null if it was not counted. @example 7.25 */
  counted: number | null;
  /** Units in the store when the file was checked; null for a new product. @example 10.25 */
  onHandBefore: number | null;
  /** What must be confirmed to apply the row. @example rate-changed-fivefold */
  @IsIn(RATE_NOTICES)
  notice: RateNotice | null;
  /** What else the row changes, or gives to a new product. */
  @ApiProperty({ maxItems: MAX_FIELD_CHANGES })
  changes: ImportFieldChangeView[];
}

/** A page of rows that change something, in file order. */
export class ImportRowTable implements TablePage<ImportRowView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: ImportRowView[];
  /** Number of stored rows: at most 10,000 with a notice, and 10,000 without. @example 3 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

/** A row of a checked import of customers or orders: what it is about, and what it changes. */
export class ImportChangeView {
  /** Line on which the row begins, from 1, as text editors count. @example 12 */
  line: number;
  /** The e-mail address of the customer, or the number of the order. @example asha@example.com */
  subject: string;
  /** True if the row adds a customer or an order; otherwise it changes a customer. @example false */
  isNew: boolean;
  @ApiProperty({ maxItems: MAX_FIELD_CHANGES })
  changes: ImportFieldChangeView[];
  /** `staff-account`: the address belongs to staff, whose account is left as it is. @example null */
  @IsIn(CHANGE_NOTICES)
  notice: ChangeNotice | null;
}

/** A page of rows that change something, or that are left out, in file order. */
export class ImportChangeTable implements TablePage<ImportChangeView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: ImportChangeView[];
  /** Number of stored rows, at most 10,000. @example 3 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

/** An error in a row. */
export class ImportErrorView {
  /** Line on which the row begins, from 1, as text editors count. @example 4711 */
  line: number;
  /** Null if the error concerns the entire row. @example ratePerUnit */
  column: string | null;
  /** @example field.is-int */
  code: string;
  /** @example "RatePerUnit must be an integer number." */
  message: string;
}

/** A page of row errors, in file order. */
export class ImportErrorTable implements TablePage<ImportErrorView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: ImportErrorView[];
  /** Number of stored errors, at most 10,000. `errorCount` of the import counts all. @example 3 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

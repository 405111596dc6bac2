import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { TaskFiles } from '../platform/background-tasks/task-files.js';
import { TaskRows, type TaskRow } from '../platform/background-tasks/task-rows.js';
import { Clock } from '../platform/common/clock.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { code, csvLine, text, whole } from '../platform/csv/csv-writer.js';
import { Database } from '../platform/database/database.js';
import { empty, join, sql, type Sql } from '../platform/database/transaction.js';
import type { TableQuery } from '../platform/http/validation/pagination.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import {
  EARLIER_COLUMNS,
  EARLIER_IMPORT,
  earlierImportView,
  type EarlierRow,
} from './requests/applied-files.js';
import { fileExpiresAt } from './requests/checked-import.js';
import { NO_FAULTS, type FaultSummary } from './faults/fault-summary.js';
import type { ImportStatus } from './import-status.js';
import { importFile, IMPORTS } from './import-task.js';
import type {
  ImportChangeTable,
  ImportChangeView,
  ImportErrorTable,
  ImportErrorView,
  ImportQuery,
  ImportRowQuery,
  ImportRowTable,
  ImportRowView,
  ImportView,
} from './imports.dto.js';
import { importErrors } from './imports.errors.js';
import { kindsOf, type ImportKind } from './kinds/import-kinds.js';
import type { FieldChange } from './kinds/planned-change.js';
import { readingView } from './reading/reading-view.js';
import type { Reading } from './reading/reading.js';

interface ImportRow extends TaskRow<ImportStatus>, EarlierRow {
  readonly kind: ImportKind;
  readonly file_name: string;
  readonly bytes: number;
  readonly dry_run: boolean | number;
  readonly percent: number;
  readonly rows_total: number | null;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
  readonly counted: number;
  readonly rate_changes: number;
  readonly error_count: number;
  readonly reading: string | null;
  readonly faults: string | null;
}

interface CheckedRow extends Omit<ImportRowView, 'changes'> {
  /** JSON of a list of `FieldChange`. */
  readonly changes: string;
}

interface ChangeRow extends Omit<ImportChangeView, 'isNew' | 'changes'> {
  readonly isNew: boolean | number;
  /** JSON of a list of `FieldChange`. */
  readonly changes: string;
}

/** Imports of a manager, or all of them for an admin. A former admin sees no customers any more. */
@Injectable()
export class ImportsService extends TaskRows<ImportRow, ImportView, ImportQuery> {
  protected readonly type = IMPORTS;
  protected override readonly more = { columns: sql`, ${EARLIER_COLUMNS}`, joins: EARLIER_IMPORT };

  constructor(
    database: Database,
    clock: Clock,
    signals: ChangeSignals,
    private readonly files: TaskFiles,
  ) {
    super(database, clock, signals);
  }

  /** Returns a page of row errors, in file order. @throws imports.not-found */
  async errors(
    user: AuthenticatedUser,
    id: string,
    { page, pageSize }: TableQuery,
  ): Promise<ImportErrorTable> {
    await this.row(user, id);
    const items = await this.database.read.rows<ImportErrorView>(sql`
      SELECT line, column_name AS "column", code, message FROM import_errors WHERE import_id = ${id}
      ORDER BY position LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM import_errors WHERE import_id = ${id}`,
    );
    return { items, total: counted?.total ?? 0, page, pageSize };
  }

  /** Returns the stored row errors as CSV, in file order. @throws imports.not-found */
  async errorsCsv(user: AuthenticatedUser, id: string): Promise<string> {
    await this.row(user, id);
    const errors = await this.database.read.rows<ImportErrorView>(sql`
      SELECT line, column_name AS "column", code, message FROM import_errors WHERE import_id = ${id} ORDER BY position`);
    const head = ['line', 'column', 'code', 'message'].map(code);
    const lines = errors.map((error) => [
      whole(error.line),
      text(error.column),
      code(error.code),
      text(error.message),
    ]);
    return `\uFEFF${[head, ...lines].map(csvLine).join('')}`;
  }

  /** Returns a page of the rows that a checked import would change, in file order. @throws imports.not-found */
  async checkedRows(
    user: AuthenticatedUser,
    id: string,
    { page, pageSize, noticed = false }: ImportRowQuery,
  ): Promise<ImportRowTable> {
    await this.row(user, id);
    const where = sql`WHERE import_id = ${id} ${noticed ? sql`AND notice IS NOT NULL` : empty}`;
    const rows = await this.database.read.rows<CheckedRow>(sql`
      SELECT line, section_name AS section, name, unit_before AS "unitBefore", rate_before AS "rateBefore",
             unit_type AS "unitType", rate_per_unit AS "ratePerUnit", delivery, counted,
             on_hand_before AS "onHandBefore", notice, changes
      FROM import_rows ${where} ORDER BY line LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM import_rows ${where}`,
    );
    const items = rows.map((row) => ({
      ...row,
      delivery: fromThousandths(row.delivery),
      counted: row.counted === null ? null : fromThousandths(row.counted),
      onHandBefore: row.onHandBefore === null ? null : fromThousandths(row.onHandBefore),
      changes: JSON.parse(row.changes) as FieldChange[],
    }));
    return { items, total: counted?.total ?? 0, page, pageSize };
  }

  /** Returns a page of what the rows of a checked import would change, in file order. @throws imports.not-found */
  async changes(
    user: AuthenticatedUser,
    id: string,
    { page, pageSize }: TableQuery,
  ): Promise<ImportChangeTable> {
    await this.row(user, id);
    const rows = await this.database.read.rows<ChangeRow>(sql`
      SELECT line, subject, is_new AS "isNew", changes, notice FROM import_changes
      WHERE import_id = ${id} ORDER BY line LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM import_changes WHERE import_id = ${id}`,
    );
    const items = rows.map(({ isNew, changes, ...row }) => ({
      ...{ ...row, isNew: Boolean(isNew) },
      changes: JSON.parse(changes) as FieldChange[],
    }));
    return { items, total: counted?.total ?? 0, page, pageSize };
  }

  /**
   * Cancels an import of which nothing has been applied yet.
   *
   * @throws imports.not-found, also if a manager requests the import of another user; imports.not-cancellable
   */
  async cancel(user: AuthenticatedUser, id: string): Promise<void> {
    const { status } = await this.row(user, id);
    if (!(await this.cancelIfPending(id))) throw importErrors['not-cancellable']({ importStatus: status });
    await this.files.remove(importFile(id));
  }

  protected override accessibleTo(user: AuthenticatedUser): Sql {
    return sql`${super.accessibleTo(user)} AND t.kind IN (${join(kindsOf(user.role))})`;
  }

  protected override filtersOf({ kind }: ImportQuery): Sql[] {
    return kind === undefined ? [] : [sql`t.kind = ${kind}`];
  }

  protected viewOf(row: ImportRow, user: AuthenticatedUser): ImportView {
    return {
      ...this.commonView(row),
      kind: row.kind,
      fileName: row.file_name,
      bytes: row.bytes,
      dryRun: Boolean(row.dry_run),
      percent: row.percent,
      rowsTotal: row.rows_total,
      added: row.added,
      updated: row.updated,
      deliveries: row.deliveries,
      counted: row.counted,
      rateChanges: row.rate_changes,
      errorCount: row.error_count,
      appliedBefore: Boolean(row.dry_run) && row.status === 'done' ? earlierImportView(row) : null,
      applicableUntil: row.status === 'done' ? checkableUntil(row, user) : null,
      checkableUntil: checkableUntil(row, user),
      reading: row.reading === null ? null : readingView(JSON.parse(row.reading) as Reading),
      ...faultViews(row.faults === null ? NO_FAULTS : (JSON.parse(row.faults) as FaultSummary)),
    };
  }
}

function faultViews({
  groups,
  missingSections,
}: FaultSummary): Pick<ImportView, 'errorGroups' | 'missingSections'> {
  return { errorGroups: [...groups], missingSections: [...missingSections] };
}

function checkableUntil(row: ImportRow, user: AuthenticatedUser): string | null {
  const isFinished = row.status === 'done' || row.status === 'invalid';
  const isChecked = Boolean(row.dry_run) && isFinished && row.owner_id === user.id;
  return isChecked && row.finished_at !== null ? toIsoString(fileExpiresAt(row.finished_at)) : null;
}

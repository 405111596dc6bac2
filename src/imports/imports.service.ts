import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { TaskFiles } from '../platform/background-tasks/task-files.js';
import { TaskRows, type TaskRow } from '../platform/background-tasks/task-rows.js';
import { Clock } from '../platform/common/clock.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { TableQuery } from '../platform/http/validation/pagination.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { fileExpiresAt } from './checked-import.js';
import type { ImportStatus } from './import-status.js';
import { importFile, IMPORTS } from './import-task.js';
import type { ImportErrorTable, ImportErrorView, ImportView } from './imports.dto.js';
import { importErrors } from './imports.errors.js';

interface ImportRow extends TaskRow<ImportStatus> {
  readonly file_name: string;
  readonly bytes: number;
  readonly dry_run: boolean | number;
  readonly percent: number;
  readonly rows_total: number | null;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
  readonly counted: number;
  readonly error_count: number;
}

/** Imports of a manager, or all of them for an admin. */
@Injectable()
export class ImportsService extends TaskRows<ImportRow, ImportView> {
  protected readonly type = IMPORTS;

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

  protected viewOf(row: ImportRow, user: AuthenticatedUser): ImportView {
    return {
      ...this.commonView(row),
      fileName: row.file_name,
      bytes: row.bytes,
      dryRun: Boolean(row.dry_run),
      percent: row.percent,
      rowsTotal: row.rows_total,
      added: row.added,
      updated: row.updated,
      deliveries: row.deliveries,
      counted: row.counted,
      errorCount: row.error_count,
      applicableUntil: applicableUntil(row, user),
    };
  }
}

function applicableUntil(row: ImportRow, user: AuthenticatedUser): string | null {
  const isChecked = Boolean(row.dry_run) && row.status === 'done' && row.owner_id === user.id;
  return isChecked && row.finished_at !== null ? toIsoString(fileExpiresAt(row.finished_at)) : null;
}

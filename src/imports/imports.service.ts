import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { isId } from '../platform/common/id.js';
import { formatInstant } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import type { TableQuery } from '../platform/http/validation/pagination.js';
import { stateSource, type StreamSource } from '../platform/realtime/event-source.js';
import { fileExpiresAt } from './checked-import.js';
import { isFinished, type ImportStatus } from './import-status.js';
import type {
  ImportErrorTable,
  ImportErrorView,
  ImportQuery,
  ImportTable,
  ImportView,
} from './imports.dto.js';
import { IMPORT_FAILURES, ImportNotFound } from './imports.errors.js';

interface ImportRow {
  readonly id: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly file_name: string;
  readonly bytes: number;
  readonly dry_run: boolean | number;
  readonly status: ImportStatus;
  readonly percent: number;
  readonly rows_total: number | null;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
  readonly error_count: number;
  readonly error: string | null;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
}

/** Reads imports. Managers see their own, admins see all. */
@Injectable()
export class ImportsService {
  constructor(private readonly database: Database) {}

  /** Returns a page of imports, newest first. */
  async table(user: AuthenticatedUser, { status, page, pageSize }: ImportQuery): Promise<ImportTable> {
    const filters = [ownedBy(user), ...(status === undefined ? [] : [sql`i.status = ${status}`])];
    const where = sql`WHERE ${join(filters, ' AND ')}`;
    const rows = await this.rows(
      sql`${where} ORDER BY i.created_at DESC, i.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    );
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM imports i ${where}`,
    );
    return { items: rows.map((row) => viewOf(row, user)), total: counted?.total ?? 0, page, pageSize };
  }

  /** Returns a stream source of the import's progress. Its reads throw like {@link view}. */
  progress(user: AuthenticatedUser, id: string): StreamSource {
    return stateSource({
      topic: `import:${id}`,
      type: 'progress',
      read: () => this.view(user, id),
      isFinal: ({ status }) => isFinished(status),
    });
  }

  /** @throws ImportNotFound, also if a manager requests the import of another user */
  async view(user: AuthenticatedUser, id: string): Promise<ImportView> {
    const [row] = isId(id) ? await this.rows(sql`WHERE i.id = ${id} AND ${ownedBy(user)}`) : [];
    if (row === undefined) throw new ImportNotFound();
    return viewOf(row, user);
  }

  /** Returns a page of row errors, in file order. @throws ImportNotFound */
  async errors(
    user: AuthenticatedUser,
    id: string,
    { page, pageSize }: TableQuery,
  ): Promise<ImportErrorTable> {
    await this.view(user, id);
    const items = await this.database.read.rows<ImportErrorView>(sql`
      SELECT line, column_name AS "column", code, message FROM import_errors WHERE import_id = ${id}
      ORDER BY position LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM import_errors WHERE import_id = ${id}`,
    );
    return { items, total: counted?.total ?? 0, page, pageSize };
  }

  private rows(restriction: Sql): Promise<ImportRow[]> {
    return this.database.read.rows<ImportRow>(sql`
      SELECT i.id, i.owner_id, u.username AS owner_name, i.file_name, i.bytes, i.dry_run, i.status, i.percent,
             i.rows_total, i.added, i.updated, i.deliveries, i.error_count, i.error, i.created_at, i.started_at,
             i.finished_at
      FROM imports i JOIN users u ON u.id = i.owner_id ${restriction}`);
  }
}

/** Condition that restricts imports to the user's own; admins see all. */
export function ownedBy({ id, role }: AuthenticatedUser): Sql {
  return role === 'admin' ? sql`1 = 1` : sql`owner_id = ${id}`;
}

function viewOf(row: ImportRow, user: AuthenticatedUser): ImportView {
  return {
    id: row.id,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    fileName: row.file_name,
    bytes: row.bytes,
    dryRun: Boolean(row.dry_run),
    status: row.status,
    percent: row.percent,
    rowsTotal: row.rows_total,
    added: row.added,
    updated: row.updated,
    deliveries: row.deliveries,
    errorCount: row.error_count,
    applicableUntil: applicableUntil(row, user),
    error:
      row.error === null ? null : { code: row.error, message: IMPORT_FAILURES[row.error] ?? 'It failed.' },
    createdAt: new Date(row.created_at).toISOString(),
    startedAt: formatInstant(row.started_at),
    finishedAt: formatInstant(row.finished_at),
  };
}

function applicableUntil(row: ImportRow, user: AuthenticatedUser): string | null {
  const isChecked = Boolean(row.dry_run) && row.status === 'done' && row.owner_id === user.id;
  return isChecked && row.finished_at !== null ? formatInstant(fileExpiresAt(row.finished_at)) : null;
}

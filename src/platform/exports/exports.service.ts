import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../access/authenticated-user.js';
import { Clock } from '../common/clock.js';
import { isId } from '../common/id.js';
import { formatInstant } from '../common/iso-time.js';
import { Database } from '../database/database.js';
import { join, sql, type Sql } from '../database/transaction.js';
import { stateSource, type StreamSource } from '../realtime/event-source.js';
import { ExportFiles } from './export-files.js';
import { ExportRegistry } from './export-registry.js';
import { isFinished, type ExportStatus } from './export-status.js';
import type { ExportFailureView, ExportQuery, ExportTable, ExportView } from './exports.dto.js';
import { EXPORT_FAILURES, ExportHasNoFile, ExportNotFound } from './exports.errors.js';

interface ExportRow {
  readonly id: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly kind: string;
  readonly parameters: string;
  readonly with_bom: boolean | number;
  readonly status: ExportStatus;
  readonly rows_done: number;
  readonly rows_total: number | null;
  readonly bytes: number | null;
  readonly error: string | null;
  readonly attempt: number;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly expires_at: number | null;
}

/** A file to download. */
export interface Download {
  readonly stream: ReadStream;
  readonly bytes: number;
  readonly name: string;
}

/** Reads exports: a manager's own, or all of them for an admin. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly sources: ExportRegistry,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
  ) {}

  /** Returns a page of exports, newest first. */
  async table(user: AuthenticatedUser, { status, page, pageSize }: ExportQuery): Promise<ExportTable> {
    const filters = [ownedBy(user), ...(status === undefined ? [] : [sql`e.status = ${status}`])];
    const where = sql`WHERE ${join(filters, ' AND ')}`;
    const rows = await this.rows(
      sql`${where} ORDER BY e.created_at DESC, e.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    );
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM exports e ${where}`,
    );
    return { items: rows.map(viewOf), total: counted?.total ?? 0, page, pageSize };
  }

  /** Returns an event source for the progress of an export. Its reads throw like {@link view}. */
  progress(user: AuthenticatedUser, id: string): StreamSource {
    return stateSource({
      topic: `export:${id}`,
      type: 'progress',
      read: () => this.view(user, id),
      isFinal: ({ status }) => isFinished(status),
    });
  }

  /** @throws ExportNotFound, also if a manager requests another user's export */
  async view(user: AuthenticatedUser, id: string): Promise<ExportView> {
    return viewOf(await this.row(user, id));
  }

  /** @throws ExportNotFound, also if the role no longer allows this type of export; ExportHasNoFile */
  async file(user: AuthenticatedUser, id: string): Promise<Download> {
    const row = await this.row(user, id);
    if (this.sources.find(row.kind)?.roles.includes(user.role) !== true) throw new ExportNotFound();
    if (row.status !== 'done') throw new ExportHasNoFile(row.status);
    const isExpired = row.expires_at !== null && row.expires_at <= this.clock.now();
    const file = isExpired ? undefined : await this.files.read({ id, attempt: row.attempt });
    if (file === undefined) throw new ExportHasNoFile('expired');
    return { ...file, name: `${row.kind}-${new Date(row.created_at).toISOString().slice(0, 10)}.csv` };
  }

  private async row(user: AuthenticatedUser, id: string): Promise<ExportRow> {
    const [row] = isId(id) ? await this.rows(sql`WHERE e.id = ${id} AND ${ownedBy(user)}`) : [];
    if (row === undefined) throw new ExportNotFound();
    return row;
  }

  private rows(restriction: Sql): Promise<ExportRow[]> {
    return this.database.read.rows<ExportRow>(sql`
      SELECT e.id, e.owner_id, u.username AS owner_name, e.kind, e.parameters, e.with_bom, e.status, e.rows_done,
             e.rows_total, e.bytes, e.error, e.attempt, e.created_at, e.started_at, e.finished_at, e.expires_at
      FROM exports e JOIN users u ON u.id = e.owner_id ${restriction}`);
  }
}

/** Returns the condition for the rows a user may access: all for an admin, otherwise the user's own. */
export function ownedBy({ id, role }: AuthenticatedUser): Sql {
  return role === 'admin' ? sql`1 = 1` : sql`owner_id = ${id}`;
}

function viewOf(row: ExportRow): ExportView {
  return {
    id: row.id,
    kind: row.kind,
    parameters: JSON.parse(row.parameters) as Record<string, unknown>,
    withBom: Boolean(row.with_bom),
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    status: row.status,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    bytes: row.bytes,
    error: failureOf(row.error),
    createdAt: new Date(row.created_at).toISOString(),
    startedAt: formatInstant(row.started_at),
    finishedAt: formatInstant(row.finished_at),
    expiresAt: formatInstant(row.expires_at),
  };
}

function failureOf(code: string | null): ExportFailureView | null {
  return code === null ? null : { code, message: EXPORT_FAILURES[code] ?? 'It failed.' };
}

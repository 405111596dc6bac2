import { Injectable } from '@nestjs/common';
import { isId } from '../common/id.js';
import { toIsoString } from '../common/iso-time.js';
import { Database } from '../database/database.js';
import { join, sql, type Sql } from '../database/transaction.js';
import type { AuditEntryView, AuditLogQuery, AuditLogTable } from './audit.dto.js';

interface Row extends Omit<AuditEntryView, 'before' | 'after' | 'at'> {
  readonly before: string | null;
  readonly after: string | null;
  readonly at: number;
}

/** Reads the log that {@link AuditTrail} writes. */
@Injectable()
export class AuditLogService {
  constructor(private readonly database: Database) {}

  /** Returns a page of the entries that match the filters, newest first. */
  async table(query: AuditLogQuery): Promise<AuditLogTable> {
    const { page, pageSize } = query;
    const filter = filterOf(query);
    const [rows, counted] = await Promise.all([
      this.database.read.rows<Row>(sql`
        SELECT e.id, e.actor_id AS "actorId", u.username AS "actorName", e.action, e.subject_type AS "subjectType",
               e.subject_id AS "subjectId", e.before, e.after, e.request_id AS "requestId", e.at
        FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id
        WHERE ${filter}
        ORDER BY e.at DESC, e.id DESC
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(
        sql`SELECT count(*) AS total FROM audit_entries e WHERE ${filter}`,
      ),
    ]);
    return { items: rows.map(viewOf), total: counted?.total ?? 0, page, pageSize };
  }
}

function filterOf({ action, actorId, subjectType, subjectId, from, to }: AuditLogQuery): Sql {
  const conditions = [sql`1 = 1`];
  // Not LIKE: it is case-sensitive on only one of the two databases.
  if (action !== undefined) conditions.push(sql`substr(e.action, 1, ${[...action].length}) = ${action}`);
  if (actorId !== undefined) conditions.push(isId(actorId) ? sql`e.actor_id = ${actorId}` : sql`1 = 0`);
  if (subjectType !== undefined) conditions.push(sql`e.subject_type = ${subjectType}`);
  if (subjectId !== undefined) conditions.push(sql`e.subject_id = ${subjectId}`);
  if (from !== undefined) conditions.push(sql`e.at >= ${Date.parse(from)}`);
  if (to !== undefined) conditions.push(sql`e.at < ${Date.parse(to)}`);
  return join(conditions, ' AND ');
}

function viewOf(row: Row): AuditEntryView {
  return { ...row, before: parsed(row.before), after: parsed(row.after), at: toIsoString(row.at) };
}

function parsed(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}

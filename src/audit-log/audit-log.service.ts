import { Injectable } from '@nestjs/common';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import { entriesNaming, subjectNames, type SubjectName } from './audit-subjects.js';
import type { AuditEntryView, AuditLogQuery, AuditLogTable } from './audit-log.dto.js';

interface Row extends Omit<AuditEntryView, 'before' | 'after' | 'at' | 'subjectName' | 'subjectUnit'> {
  readonly before: string | null;
  readonly after: string | null;
  readonly at: number;
}

/** Reads the audit log, with the names of people and things as they are now. */
@Injectable()
export class AuditLogService {
  constructor(private readonly database: Database) {}

  /** Returns a page of the entries that match the filters, newest first. */
  async table(query: AuditLogQuery): Promise<AuditLogTable> {
    const { page, pageSize } = query;
    const filter = filterOf(query);
    const [rows, counted] = await Promise.all([
      this.database.read.rows<Row>(sql`
        SELECT e.id, e.actor_id AS "actorId", u.username AS "actorName", u.display_name AS "actorDisplayName", e.action, e.subject_type AS "subjectType",
               e.subject_id AS "subjectId", e.before, e.after, e.request_id AS "requestId", e.at
        FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id
        WHERE ${filter}
        ORDER BY e.at DESC, e.id DESC
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(
        sql`SELECT count(*) AS total FROM audit_entries e WHERE ${filter}`,
      ),
    ]);
    const names = await subjectNames(this.database.read, rows);
    const items = rows.map((row) => viewOf(row, names.get(`${row.subjectType} ${row.subjectId}`)));
    return { items, total: counted?.total ?? 0, page, pageSize };
  }
}

function filterOf({ q, action, actorId, subjectType, subjectId, from, to }: AuditLogQuery): Sql {
  const conditions = [sql`1 = 1`];
  if (q !== undefined && q.trim() !== '') conditions.push(sql`e.id IN (${entriesNaming(q)})`);
  // Not LIKE: it is case-sensitive on only one of the two databases.
  if (action !== undefined) conditions.push(sql`substr(e.action, 1, ${[...action].length}) = ${action}`);
  if (actorId !== undefined) conditions.push(isId(actorId) ? sql`e.actor_id = ${actorId}` : sql`1 = 0`);
  if (subjectType !== undefined) conditions.push(sql`e.subject_type = ${subjectType}`);
  if (subjectId !== undefined) conditions.push(sql`e.subject_id = ${subjectId}`);
  if (from !== undefined) conditions.push(sql`e.at >= ${Date.parse(from)}`);
  if (to !== undefined) conditions.push(sql`e.at < ${Date.parse(to)}`);
  return join(conditions, ' AND ');
}

function viewOf(row: Row, subject: SubjectName | undefined): AuditEntryView {
  const [before, after] = [parsed(row.before), parsed(row.after)];
  return {
    ...row,
    subjectName: subject?.name ?? nameIn(after) ?? nameIn(before),
    subjectUnit: subject?.unit ?? null,
    before,
    after,
    at: toIsoString(row.at),
  };
}

/** Returns the name that an entry keeps of a subject that no longer exists. */
function nameIn(state: Record<string, unknown> | null): string | null {
  return typeof state?.['name'] === 'string' ? state['name'] : null;
}

function parsed(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}

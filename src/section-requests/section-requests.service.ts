import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../platform/common/common.errors.js';
import { isId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { empty, join, sql, type Sql } from '../platform/database/transaction.js';
import { decodeCursor, encodeCursor, keysetPage } from '../platform/http/validation/pagination.js';
import { loadView, REQUESTS, ROW, viewOf, type SectionRequestRow } from './section-request-rows.js';
import type {
  OwnSectionRequestsQuery,
  SectionRequestPage,
  SectionRequestsQuery,
  SectionRequestTable,
  SectionRequestView,
} from './section-requests.dto.js';
import { SectionRequestNotFound } from './section-requests.errors.js';

const NEWEST_FIRST = 'newest-first';

/** Lists of requests. */
@Injectable()
export class SectionRequestsService {
  constructor(private readonly database: Database) {}

  /** The requests of one user, newest first. */
  async own(userId: string, { status, cursor, limit }: OwnSectionRequestsQuery): Promise<SectionRequestPage> {
    const rows = await this.database.read.rows<SectionRequestRow>(sql`
      SELECT ${ROW} FROM ${REQUESTS}
      WHERE r.requested_by = ${userId}
        ${status === undefined ? empty : sql`AND r.status = ${status}`}
        ${cursor === undefined ? empty : sql`AND ${after(cursor)}`}
      ORDER BY r.created_at DESC, r.id DESC
      LIMIT ${limit + 1}`);
    const page = keysetPage(
      rows,
      limit,
      ({ createdAt, id }) => encodeCursor(NEWEST_FIRST, [createdAt, id]),
      viewOf,
    );
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  /** Anybody's request. @throws SectionRequestNotFound */
  async one(id: string): Promise<SectionRequestView> {
    if (!isId(id)) throw new SectionRequestNotFound();
    return loadView(this.database.read, id);
  }

  /** The requests of everybody, newest first, as a table. */
  async table(query: SectionRequestsQuery): Promise<SectionRequestTable> {
    const { page, pageSize } = query;
    const filter = filterOf(query);
    const [rows, counted] = await Promise.all([
      this.database.read.rows<SectionRequestRow>(sql`
        SELECT ${ROW} FROM ${REQUESTS} WHERE ${filter}
        ORDER BY r.created_at DESC, r.id DESC
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(sql`
        SELECT count(*) AS total
        FROM section_requests r JOIN users asker ON asker.id = r.requested_by
        WHERE ${filter}`),
    ]);
    return { items: rows.map(viewOf), total: counted?.total ?? 0, page, pageSize };
  }
}

function filterOf({ status, requestType, q }: SectionRequestsQuery): Sql {
  const text = q?.trim() ?? '';
  return join(
    [
      sql`1 = 1`,
      ...(status === undefined ? [] : [sql`r.status = ${status}`]),
      ...(requestType === undefined ? [] : [sql`r.request_type = ${requestType}`]),
      ...(text === '' ? [] : [containing(text)]),
    ],
    ' AND ',
  );
}

function containing(text: string): Sql {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const columns = [sql`r.section_name`, sql`r.reason`, sql`asker.username`];
  const matches = columns.map(
    (column) => sql`lower(${column}) LIKE lower(CAST(${pattern} AS text)) ESCAPE '\\'`,
  );
  return sql`(${join(matches, ' OR ')})`;
}

function after(cursor: string): Sql {
  const [createdAt, id] = decodeCursor(NEWEST_FIRST, cursor, ['number', 'string']);
  if (!Number.isSafeInteger(createdAt) || !isId(String(id))) {
    throw new InvalidRequest([
      { field: 'cursor', code: 'field.cursor', message: 'The cursor is not one of this list.' },
    ]);
  }
  return sql`(r.created_at, r.id) < (${createdAt}, ${id})`;
}

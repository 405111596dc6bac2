import { Injectable } from '@nestjs/common';
import { requestErrors } from '../platform/common/common.errors.js';
import { isId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { empty, join, sql, type Sql } from '../platform/database/transaction.js';
import { decodeCursor, encodeCursor, keysetPage } from '../platform/http/validation/pagination.js';
import {
  loadView,
  REQUESTS_FROM_SQL,
  REQUEST_COLUMNS_SQL,
  viewOf,
  type SectionRequestRow,
} from './section-request-rows.js';
import type {
  OwnSectionRequestsQuery,
  SectionRequestPage,
  SectionRequestsQuery,
  SectionRequestTable,
  SectionRequestView,
} from './section-requests.dto.js';
import { sectionRequestErrors } from './section-requests.errors.js';

const NEWEST_FIRST = 'newest-first';

/** Reads section requests. */
@Injectable()
export class SectionRequestsService {
  constructor(private readonly database: Database) {}

  /** Returns a page of a user's own requests, newest first. */
  async listOwn(
    userId: string,
    { status, cursor, limit }: OwnSectionRequestsQuery,
  ): Promise<SectionRequestPage> {
    const rows = await this.database.read.rows<SectionRequestRow>(sql`
      SELECT ${REQUEST_COLUMNS_SQL} FROM ${REQUESTS_FROM_SQL}
      WHERE r.requested_by = ${userId}
        ${status === undefined ? empty : sql`AND r.status = ${status}`}
        ${cursor === undefined ? empty : sql`AND ${afterCursor(cursor)}`}
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

  /** Returns one of a user's own requests. @throws section-requests.not-found, also for another user's request */
  async getOwn(userId: string, id: string): Promise<SectionRequestView> {
    const request = await this.get(id);
    if (request.requestedBy !== userId) throw sectionRequestErrors['not-found']();
    return request;
  }

  /** Returns the request of any user. @throws section-requests.not-found */
  async get(id: string): Promise<SectionRequestView> {
    if (!isId(id)) throw sectionRequestErrors['not-found']();
    return loadView(this.database.read, id);
  }

  /** Returns a table page of all requests, newest first. */
  async list(query: SectionRequestsQuery): Promise<SectionRequestTable> {
    const { page, pageSize } = query;
    const filter = buildFilter(query);
    const [rows, count] = await Promise.all([
      this.database.read.rows<SectionRequestRow>(sql`
        SELECT ${REQUEST_COLUMNS_SQL} FROM ${REQUESTS_FROM_SQL} WHERE ${filter}
        ORDER BY r.created_at DESC, r.id DESC
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(sql`
        SELECT count(*) AS total
        FROM section_requests r JOIN users asker ON asker.id = r.requested_by
        WHERE ${filter}`),
    ]);
    return { items: rows.map(viewOf), total: count?.total ?? 0, page, pageSize };
  }
}

function buildFilter({ status, requestType, q }: SectionRequestsQuery): Sql {
  const text = q?.trim() ?? '';
  return join(
    [
      sql`1 = 1`,
      ...(status === undefined ? [] : [sql`r.status = ${status}`]),
      ...(requestType === undefined ? [] : [sql`r.request_type = ${requestType}`]),
      ...(text === '' ? [] : [containsText(text)]),
    ],
    ' AND ',
  );
}

function containsText(text: string): Sql {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const columns = [sql`r.section_name`, sql`r.reason`, sql`asker.username`];
  const matches = columns.map(
    (column) => sql`lower(${column}) LIKE lower(CAST(${pattern} AS text)) ESCAPE '\\'`,
  );
  return sql`(${join(matches, ' OR ')})`;
}

function afterCursor(cursor: string): Sql {
  const [createdAt, id] = decodeCursor(NEWEST_FIRST, cursor, ['number', 'string']);
  if (!Number.isSafeInteger(createdAt) || !isId(String(id))) {
    throw requestErrors.invalid({
      errors: [{ field: 'cursor', code: 'field.cursor', message: 'The cursor is not one of this list.' }],
    });
  }
  return sql`(r.created_at, r.id) < (${createdAt}, ${id})`;
}

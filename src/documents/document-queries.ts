import { beginsWith, contains } from '../platform/database/like-pattern.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import { orderNumberRanges } from '../rules/order-number/order-number-form.js';
import type { DocumentsQuery, DocumentSummary } from './documents.dto.js';

/** A document as the database returns it. */
export interface SummaryRow extends Omit<DocumentSummary, 'issuedAt'> {
  readonly issuedAt: number;
}

/** Minimum length to search names: one character would match nearly every name. */
const MIN_SEARCH_LENGTH = 2;

/** Columns of a `SummaryRow`. */
export const DOCUMENT_SUMMARY = sql`d.id, d.kind, d.number, d.issued_at AS "issuedAt", d.total, d.credits_id AS "creditsId",
  d.order_id AS "orderId", o.number AS "orderNumber", u.display_name AS "customerName", c.number AS "creditsNumber",
  CAST((SELECT COALESCE(SUM(n.total), 0) FROM documents n WHERE n.credits_id = d.id) AS bigint) AS credited`;
/** Documents `d`, each with its order, customer and what it credits. */
export const DOCUMENT_SOURCE = sql`documents d JOIN orders o ON o.id = d.order_id JOIN users u ON u.id = o.user_id
  LEFT JOIN documents c ON c.id = d.credits_id`;

/** Returns the filters as conditions on `documents d`. */
export function documentFilters({
  kind,
  q,
  from,
  to,
}: Pick<DocumentsQuery, 'kind' | 'q' | 'from' | 'to'>): Sql[] {
  const text = q?.trim().normalize('NFC') ?? '';
  return [
    ...(kind === undefined ? [] : [sql`d.kind = ${kind}`]),
    ...(from === undefined ? [] : [sql`d.issued_at >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql`d.issued_at < ${Date.parse(to)}`]),
    ...(text === '' ? [] : [sql`d.id IN (${matching(text)})`]),
  ];
}

/**
 * Returns the IDs of documents that match by the start of their number, by their number without the series, by order or by customer. Each
 * branch ends at an index of the documents.
 */
function matching(text: string): Sql {
  const branches = [
    sql`SELECT n.id FROM documents n WHERE n.number BETWEEN ${text.toUpperCase()} AND ${`${text.toUpperCase()}~`}
      AND ${beginsWith(sql`n.number`, text.toUpperCase())}`,
    ...(/^\d{1,9}$/.test(text) ? [sql`SELECT s.id FROM documents s WHERE s.seq = ${Number(text)}`] : []),
    ...orderNumberRanges(text).map(({ first, last }) => ofOrders(sql`o.number BETWEEN ${first} AND ${last}`)),
    ...(text.length < MIN_SEARCH_LENGTH ? [] : [ofOrders(ofCustomers(text.toLowerCase()))]),
  ];
  return join(branches, ' UNION ALL ');
}

function ofOrders(condition: Sql): Sql {
  return sql`SELECT x.id FROM documents x WHERE x.order_id IN (SELECT o.id FROM orders o WHERE ${condition})`;
}

function ofCustomers(text: string): Sql {
  return sql`o.user_id IN (SELECT u.id FROM users u WHERE ${contains(sql`LOWER(u.display_name)`, text)})`;
}

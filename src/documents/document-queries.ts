import { beginsWith, contains } from '../platform/database/like-pattern.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import { orderNumberRanges } from '../rules/order-number/order-number-form.js';
import type { DocumentsQuery, DocumentSummary } from './documents.dto.js';

/** A document as the database returns it. */
export interface SummaryRow extends Omit<DocumentSummary, 'issuedAt'> {
  readonly issuedAt: number;
}

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
    ...(text === '' ? [] : [sql`(${join(matches(text), ' OR ')})`]),
  ];
}

/** Returns conditions of which a document that matches a text meets one. */
function matches(text: string): Sql[] {
  return [
    beginsWith(sql`d.number`, text.toUpperCase()),
    ...(/^\d{1,9}$/.test(text) ? [sql`d.seq = ${Number(text)}`] : []),
    ...orderNumberRanges(text).map(({ first, last }) => sql`o.number BETWEEN ${first} AND ${last}`),
    ...(text.length < 2 ? [] : [contains(sql`LOWER(u.display_name)`, text.toLowerCase())]),
  ];
}

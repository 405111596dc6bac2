import { toIsoString } from '../platform/common/iso-time.js';
import { join, sql, type ReadConnection } from '../platform/database/transaction.js';
import type { OrderDocumentView } from './documents.dto.js';

interface Row extends Omit<OrderDocumentView, 'issuedAt'> {
  readonly orderId: string;
  readonly issuedAt: number;
}

/** A document with the ID of its order. */
export interface OrderDocument extends OrderDocumentView {
  readonly orderId: string;
}

/** Returns the documents of orders, in the order in which they were issued. @param orderIds one or more */
export async function orderDocuments(
  connection: ReadConnection,
  orderIds: readonly string[],
): Promise<OrderDocument[]> {
  const rows = await connection.rows<Row>(sql`
    SELECT id, order_id AS "orderId", kind, number, issued_at AS "issuedAt", total, credits_id AS "creditsId"
    FROM documents WHERE order_id IN (${join([...orderIds])}) ORDER BY order_id, ordinal`);
  return rows.map(({ issuedAt, ...row }) => ({ ...row, issuedAt: toIsoString(issuedAt) }));
}

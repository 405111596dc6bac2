import { raw, sql, type ReadConnection, type Sql } from '../platform/database/transaction.js';

/** A document of a sale that no credit note has reversed. */
export interface OpenDocument {
  readonly id: string;
  readonly number: string;
}

/** Condition (WHERE) that a document states a sale and has not been reversed. @param alias of `documents` */
export function isOpenSale(alias: 'd'): Sql {
  const d = raw(alias);
  return sql`${d}.kind <> 'credit_note'
    AND NOT EXISTS (SELECT 1 FROM documents r WHERE r.credits_id = ${d}.id AND r.reversal)`;
}

/** Returns the document that states the sale of an order; undefined if there is none. */
export function openDocumentOf(
  connection: ReadConnection,
  orderId: string,
): Promise<OpenDocument | undefined> {
  return connection.row<OpenDocument>(sql`
    SELECT d.id, d.number FROM documents d WHERE d.order_id = ${orderId} AND ${isOpenSale('d')}`);
}

import { sql, type ReadConnection } from '../../platform/database/transaction.js';
import type { Sale, SoldCharge, SoldItem } from '../../rules/documents/document-lines.js';
import { discountsOfOrder } from '../../rules/pricing/order-discounts-sql.js';
import type { Buyer } from './document-content.js';

/** What a document states of an order. */
export interface OrderToBill extends Sale {
  readonly number: string;
  readonly placedAt: number;
  readonly currency: string;
  readonly total: number;
  /** True if the system that the store used before has issued its invoice. */
  readonly isImported: boolean;
  readonly buyer: Buyer;
  /** GST code of the state of the delivery; null outside India, and if it is not known. */
  readonly placeOfSupply: string | null;
}

interface OrderRow {
  readonly number: string;
  readonly placedAt: number;
  readonly currency: string;
  readonly total: number;
  readonly reference: string | null;
  /** JSON of the address. */
  readonly address: string;
  readonly placeOfSupply: string | null;
  readonly discount: number;
}

/** Reads an order for its document. The caller has locked it. @throws Error if there is no such order */
export async function orderToBill(connection: ReadConnection, orderId: string): Promise<OrderToBill> {
  const order = await connection.row<OrderRow>(sql`
    SELECT number, timestamp AS "placedAt", currency, total, reference, address, place_of_supply AS "placeOfSupply",
      ${discountsOfOrder(sql`orders.id`)} AS discount
    FROM orders WHERE id = ${orderId}`);
  if (order === undefined) throw new Error(`There is no order ${orderId}`);
  const { reference, address, ...rest } = order;
  return {
    ...rest,
    isImported: reference !== null,
    buyer: JSON.parse(address) as Buyer,
    items: await connection.rows<SoldItem>(sql`
      SELECT id AS "itemId", product_name AS name, hsn, unit_type AS "unitType", rate_per_unit AS "ratePerUnit", quantity,
        price, tax_class_id AS "taxClassId",
        CAST((SELECT COALESCE(SUM(d.amount), 0) FROM order_discounts d WHERE d.item_id = order_items.id) AS bigint) AS discount
      FROM order_items WHERE order_id = ${orderId} ORDER BY id`),
    charges: await connection.rows<SoldCharge>(sql`
      SELECT id AS "chargeId", kind, amount FROM order_charges WHERE order_id = ${orderId} ORDER BY id`),
  };
}

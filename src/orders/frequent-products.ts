import { PRODUCT_JSON } from '../catalog/product-json.js';
import type { Dialect } from '../platform/database/dialect.js';
import { sql, type Sql } from '../platform/database/transaction.js';

/** Of how many orders of a shopper, the latest ones, it is reckoned, so that it takes no longer with the years. */
const ORDERS_LOOKED_AT = 500;
const MAX_PRODUCTS = 24;

/**
 * What a shopper has in the most orders that were not cancelled, as far as it is still sold, as JSON. Of equals the one that
 * was ordered last comes first, and what is sold out comes behind all else.
 *
 * To SQLite, CROSS JOIN says which comes first; it would begin with all products of the store.
 */
export function frequentProductsStatement(dialect: Dialect, userId: string): Sql {
  return sql`
    SELECT ${PRODUCT_JSON[dialect.name]} AS json
    FROM (SELECT i.product_id, count(*) AS orders, max(o.timestamp) AS latest
          FROM (SELECT id, timestamp FROM orders WHERE user_id = ${userId} AND status <> 'cancelled'
                ORDER BY timestamp DESC, id DESC LIMIT ${ORDERS_LOOKED_AT}) AS o
          JOIN order_items i ON i.order_id = o.id GROUP BY i.product_id) AS bought
    CROSS JOIN products p WHERE p.id = bought.product_id AND p.published = ${true}
    ORDER BY CASE WHEN p.quantity_available > 0 THEN 0 ELSE 1 END, bought.orders DESC, bought.latest DESC, p.name_key, p.id
    LIMIT ${MAX_PRODUCTS}`;
}

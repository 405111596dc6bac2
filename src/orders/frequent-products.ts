import { PRODUCT_JSON } from '../catalog/product-json.js';
import type { Dialect } from '../platform/database/dialect.js';
import { sql, type Sql } from '../platform/database/transaction.js';
import { countsAsSale } from '../rules/order-status/order-status-sql.js';
import { MAX_FREQUENT_PRODUCTS } from './orders.dto.js';

/** Maximum number of recent orders considered, so that the query does not slow down over the years. */
const MAX_RECENT_ORDERS = 500;

/**
 * Returns the query for the JSON of a shopper's products, those in the most orders first. Cancelled orders and products
 * that are no longer sold do not count. Ties go to the most recently ordered product; sold-out products come last.
 *
 * CROSS JOIN fixes the join order in SQLite, which would otherwise start with all products of the store.
 */
export function frequentProductsStatement(dialect: Dialect, userId: string): Sql {
  return sql`
    SELECT ${PRODUCT_JSON[dialect.name]} AS json
    FROM (SELECT i.product_id, count(*) AS orders, max(o.timestamp) AS latest
          FROM (SELECT id, timestamp FROM orders WHERE user_id = ${userId} AND ${countsAsSale('status')}
                ORDER BY timestamp DESC, id DESC LIMIT ${MAX_RECENT_ORDERS}) AS o
          JOIN order_items i ON i.order_id = o.id GROUP BY i.product_id) AS bought
    CROSS JOIN products p WHERE p.id = bought.product_id AND p.published = ${true}
    ORDER BY CASE WHEN p.quantity_available > 0 THEN 0 ELSE 1 END, bought.orders DESC, bought.latest DESC, p.name_key, p.id
    LIMIT ${MAX_FREQUENT_PRODUCTS}`;
}

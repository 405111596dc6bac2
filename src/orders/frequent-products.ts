import { PRODUCT_JSON } from '../catalog/product-json.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import type { Dialect } from '../platform/database/dialect.js';
import { sql, type Sql } from '../platform/database/transaction.js';
import { countsAsSale } from '../rules/order-status/order-status-sql.js';
import { MAX_FREQUENT_PRODUCTS } from './orders.dto.js';

/** Maximum number of recent orders considered, so that the query does not slow down over the years. */
const MAX_RECENT_ORDERS = 500;

/** A product that a shopper orders. Quantities in thousandths of its unit. */
export interface FrequentRow {
  /** JSON of a `ProductView`. */
  readonly json: string;
  readonly step: number;
  /** The quantity in most of the orders; null if the product had another unit then. */
  readonly ordered: number | null;
}

/**
 * Returns the query for a shopper's {@link FrequentRow}s, the products in the most orders first. Cancelled orders and products
 * that are no longer sold do not count. Ties go to the most recently ordered product or quantity; sold-out products come last.
 *
 * CROSS JOIN fixes the join order in SQLite, which would otherwise start with all products of the store.
 */
export function frequentProductsStatement(dialect: Dialect, userId: string): Sql {
  return sql`
    SELECT ${PRODUCT_JSON[dialect.name]} AS json, p.quantity_step AS step,
      CASE WHEN bought.unit_type = p.unit_type THEN bought.quantity END AS ordered
    FROM (SELECT product_id, unit_type, quantity,
            sum(times) OVER (PARTITION BY product_id) AS orders, max(latest) OVER (PARTITION BY product_id) AS latest,
            row_number() OVER (PARTITION BY product_id ORDER BY times DESC, latest DESC, quantity) AS place
          FROM (SELECT i.product_id, i.unit_type, i.quantity, count(*) AS times, max(o.timestamp) AS latest
                FROM (SELECT id, timestamp FROM orders WHERE user_id = ${userId} AND ${countsAsSale('status')}
                      ORDER BY timestamp DESC, id DESC LIMIT ${MAX_RECENT_ORDERS}) AS o
                JOIN order_items i ON i.order_id = o.id GROUP BY i.product_id, i.unit_type, i.quantity) AS amounts) AS bought
    CROSS JOIN products p WHERE bought.place = 1 AND p.id = bought.product_id AND p.published = ${true}
    ORDER BY CASE WHEN p.quantity_available > 0 THEN 0 ELSE 1 END, bought.orders DESC, bought.latest DESC, p.name_key, p.id
    LIMIT ${MAX_FREQUENT_PRODUCTS}`;
}

/** Returns the JSON of a `FrequentProduct`. The usual quantity is one that can be ordered, also if the step has changed. */
export function frequentProductJson({ json, step, ordered }: FrequentRow): string {
  const usual = ordered === null ? step : Math.max(step, ordered - (ordered % step));
  return `${json.slice(0, -1)},"usualQuantity":${fromThousandths(usual)}}`;
}

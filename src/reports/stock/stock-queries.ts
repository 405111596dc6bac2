import type { DayRange } from '../../platform/calendar/day-ranges.js';
import { isUpTo, inDateRange } from '../../platform/calendar/local-time-sql.js';
import { sql, type Sql } from '../../platform/database/transaction.js';
import { countsAsSale } from '../../rules/order-status/order-status-sql.js';
import { lowStock as isLow, soldOut as isSoldOut } from '../../rules/stock-level/low-stock.js';

/*
 * Statements of the stock report. Each returns a page of products in a total order, with the total number of products on
 * every row.
 */

/** A page of a list. */
export interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** Columns of every list. Quantities are thousandths of the unit. */
export interface StockRow {
  readonly id: string;
  readonly name: string;
  readonly section: string | null;
  readonly unit: string;
  readonly available: number;
  readonly promised: number;
  /** Total number of products in the list. */
  readonly found: number;
}

export interface LowRow extends StockRow {
  readonly threshold: number;
}

export interface CoveredRow extends StockRow {
  readonly sold: number;
}

export interface WastedRow extends StockRow {
  readonly rate: number;
  readonly wasted: number;
  readonly times: number;
}

export interface AgeingRow extends StockRow {
  readonly best_before: string;
}

export interface UnsoldRow extends StockRow {
  readonly created_at: number;
}

const PRODUCT_COLUMNS = sql`
  p.id, p.name, s.name AS section, p.unit_type AS unit, p.quantity_available AS available,
  p.quantity_promised AS promised, count(*) OVER () AS found`;
const PRODUCTS = sql`products p LEFT JOIN sections s ON s.id = p.section_id`;
const ON_SALE = sql`p.published = ${true}`;
const BY_NAME = sql`p.name_key, p.id`;

/** Ratio of two integers to sort by: the same float on both databases. */
function fraction(numerator: Sql, denominator: Sql): Sql {
  return sql`CAST(${numerator} AS double precision) / CAST(${denominator} AS double precision)`;
}

const page = ({ limit, offset }: Part): Sql => sql`LIMIT ${limit} OFFSET ${offset}`;

export function lowStock(part: Part): Sql {
  return sql`
    SELECT ${PRODUCT_COLUMNS}, p.low_stock_threshold AS threshold FROM ${PRODUCTS}
    WHERE ${isLow()}
    ORDER BY ${fraction(sql`p.quantity_available`, sql`p.low_stock_threshold`)}, ${BY_NAME} ${page(part)}`;
}

export function soldOut(part: Part): Sql {
  return sql`
    SELECT ${PRODUCT_COLUMNS} FROM ${PRODUCTS}
    WHERE ${isSoldOut()} ORDER BY ${BY_NAME} ${page(part)}`;
}

/** Counts only sales in the current unit: pieces do not predict how long kilograms will last. */
export function cover(days: DayRange, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT_COLUMNS}, CAST(sold.quantity AS bigint) AS sold
    FROM ${PRODUCTS} JOIN (
      SELECT i.product_id, i.unit_type, sum(i.quantity) AS quantity
      FROM orders o CROSS JOIN order_items i
      WHERE ${countsAsSale('o.status')} AND ${inDateRange(sql`o.timestamp`, days)} AND i.order_id = o.id
      GROUP BY i.product_id, i.unit_type) AS sold ON sold.product_id = p.id AND sold.unit_type = p.unit_type
    WHERE ${ON_SALE} AND p.quantity_available > 0
    ORDER BY ${fraction(sql`p.quantity_available`, sql`sold.quantity`)}, ${BY_NAME} ${page(part)}`;
}

/** Includes deleted products: their waste counts too. */
export function waste(days: DayRange, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT_COLUMNS}, p.rate_per_unit AS rate, CAST(wasted.quantity AS bigint) AS wasted, wasted.times
    FROM ${PRODUCTS} JOIN (
      SELECT m.product_id, -sum(m.delta) AS quantity, count(*) AS times FROM stock_movements m
      WHERE m.reason = 'waste' AND ${inDateRange(sql`m.at`, days)}
      GROUP BY m.product_id) AS wasted ON wasted.product_id = p.id
    ORDER BY CAST(wasted.quantity AS double precision) * CAST(p.rate_per_unit AS double precision) DESC, ${BY_NAME}
    ${page(part)}`;
}

/** Includes products that are not on sale: they are still in stock. @param lastDay YYYY-MM-DD */
export function bestBefore(lastDay: string, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT_COLUMNS}, p.best_before FROM ${PRODUCTS}
    WHERE p.deleted_at IS NULL AND p.quantity_available > 0 AND p.best_before <= ${lastDay}
    ORDER BY p.best_before, ${BY_NAME} ${page(part)}`;
}

/** Looks up each product: its first order that counts is enough. */
export function neverSold(part: Part): Sql {
  return unsold(
    sql`NOT EXISTS (SELECT 1 FROM order_items i JOIN orders o ON o.id = i.order_id
                    WHERE i.product_id = p.id AND ${countsAsSale('o.status')})`,
    part,
  );
}

/** Selects products on sale by the end of these days and not sold in them. NOT IN: the range has few orders. */
export function unsoldIn(days: DayRange, part: Part): Sql {
  return unsold(
    sql`${isUpTo(sql`p.created_at`, days)} AND p.id NOT IN (
          SELECT i.product_id FROM orders o CROSS JOIN order_items i
          WHERE ${countsAsSale('o.status')} AND ${inDateRange(sql`o.timestamp`, days)} AND i.order_id = o.id)`,
    part,
  );
}

/** Literals in the text keep the division integral. Rounding each product avoids an overflow in the sum of a large stock. */
export function valueOnSale(): Sql {
  return sql`
    SELECT CAST(coalesce(sum((p.rate_per_unit * p.quantity_available + 500) / 1000), 0) AS bigint) AS value
    FROM products p WHERE ${ON_SALE}`;
}

function unsold(condition: Sql, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT_COLUMNS}, p.created_at FROM ${PRODUCTS} WHERE ${ON_SALE} AND ${condition}
    ORDER BY p.created_at, p.id ${page(part)}`;
}

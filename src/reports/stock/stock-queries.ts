import type { DayRange } from '../../platform/calendar/day-ranges.js';
import { isUpTo, inDateRange } from '../../platform/calendar/local-time-sql.js';
import { sql, type Sql } from '../../platform/database/transaction.js';

/*
 * The lists of the stock report, as statements. Each gives a page of products in an order that no two of them share, with
 * how many there are in all on every row.
 */

/** A part of a list. */
export interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** What every list tells of a product. Quantities are thousandths of the unit. */
export interface StockRow {
  readonly id: string;
  readonly name: string;
  readonly section: string | null;
  readonly unit: string;
  readonly available: number;
  /** How many products the list has in all. */
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

const PRODUCT = sql`
  p.id, p.name, s.name AS section, p.unit_type AS unit, p.quantity_available AS available, count(*) OVER () AS found`;
const SHELF = sql`products p LEFT JOIN sections s ON s.id = p.section_id`;
const ON_SALE = sql`p.published = ${true}`;
const BY_NAME = sql`p.name_key, p.id`;

/** A fraction of two whole numbers to sort by: the same float on both databases. */
function fraction(one: Sql, other: Sql): Sql {
  return sql`CAST(${one} AS double precision) / CAST(${other} AS double precision)`;
}

const page = ({ limit, offset }: Part): Sql => sql`LIMIT ${limit} OFFSET ${offset}`;

export function lowStock(part: Part): Sql {
  return sql`
    SELECT ${PRODUCT}, p.low_stock_threshold AS threshold FROM ${SHELF}
    WHERE ${ON_SALE} AND p.quantity_available > 0 AND p.quantity_available < p.low_stock_threshold
    ORDER BY ${fraction(sql`p.quantity_available`, sql`p.low_stock_threshold`)}, ${BY_NAME} ${page(part)}`;
}

export function soldOut(part: Part): Sql {
  return sql`
    SELECT ${PRODUCT} FROM ${SHELF}
    WHERE ${ON_SALE} AND p.quantity_available = 0 ORDER BY ${BY_NAME} ${page(part)}`;
}

/** Only what was sold by today's unit counts: pieces say nothing about how long kilograms will last. */
export function cover(days: DayRange, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT}, CAST(sold.quantity AS bigint) AS sold
    FROM ${SHELF} JOIN (
      SELECT i.product_id, i.unit_type, sum(i.quantity) AS quantity
      FROM orders o CROSS JOIN order_items i
      WHERE o.status <> 'cancelled' AND ${inDateRange(sql`o.timestamp`, days)} AND i.order_id = o.id
      GROUP BY i.product_id, i.unit_type) AS sold ON sold.product_id = p.id AND sold.unit_type = p.unit_type
    WHERE ${ON_SALE} AND p.quantity_available > 0
    ORDER BY ${fraction(sql`p.quantity_available`, sql`sold.quantity`)}, ${BY_NAME} ${page(part)}`;
}

/** Of deleted products too: what is wasted is wasted. */
export function waste(days: DayRange, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT}, p.rate_per_unit AS rate, CAST(wasted.quantity AS bigint) AS wasted, wasted.times
    FROM ${SHELF} JOIN (
      SELECT m.product_id, -sum(m.delta) AS quantity, count(*) AS times FROM stock_movements m
      WHERE m.reason = 'waste' AND ${inDateRange(sql`m.at`, days)}
      GROUP BY m.product_id) AS wasted ON wasted.product_id = p.id
    ORDER BY CAST(wasted.quantity AS double precision) * CAST(p.rate_per_unit AS double precision) DESC, ${BY_NAME}
    ${page(part)}`;
}

/** Also of what is not on sale: it is on the shelf. @param lastDay YYYY-MM-DD */
export function bestBefore(lastDay: string, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT}, p.best_before FROM ${SHELF}
    WHERE p.deleted_at IS NULL AND p.quantity_available > 0 AND p.best_before <= ${lastDay}
    ORDER BY p.best_before, ${BY_NAME} ${page(part)}`;
}

/** Each product is looked up: the first order that holds is enough. */
export function neverSold(part: Part): Sql {
  return unsold(
    sql`NOT EXISTS (SELECT 1 FROM order_items i JOIN orders o ON o.id = i.order_id
                    WHERE i.product_id = p.id AND o.status <> 'cancelled')`,
    part,
  );
}

/** On sale by the end of these days, and not sold in them: here the orders of the time are fewer than all of a product. */
export function unsoldIn(days: DayRange, part: Part): Sql {
  return unsold(
    sql`${isUpTo(sql`p.created_at`, days)} AND p.id NOT IN (
          SELECT i.product_id FROM orders o CROSS JOIN order_items i
          WHERE o.status <> 'cancelled' AND ${inDateRange(sql`o.timestamp`, days)} AND i.order_id = o.id)`,
    part,
  );
}

/** Whole numbers stand in the text, so that they divide as such. Rounded each, so that the sum of a large stock is no overflow. */
export function valueOnSale(): Sql {
  return sql`
    SELECT CAST(coalesce(sum((p.rate_per_unit * p.quantity_available + 500) / 1000), 0) AS bigint) AS value
    FROM products p WHERE ${ON_SALE}`;
}

function unsold(condition: Sql, part: Part): Sql {
  return sql`
    SELECT ${PRODUCT}, p.created_at FROM ${SHELF} WHERE ${ON_SALE} AND ${condition}
    ORDER BY p.created_at, p.id ${page(part)}`;
}

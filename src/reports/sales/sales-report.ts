import { Injectable } from '@nestjs/common';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import { localDay, localHour, inDateRange } from '../../platform/calendar/local-time-sql.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Sql } from '../../platform/database/transaction.js';
import { discountsOfOrders } from '../../rules/pricing/order-discounts-sql.js';
import { countsAsSale } from '../../rules/order-status/order-status-sql.js';
import { daysOf } from '../report-range.js';
import { average } from './money-math.js';
import type {
  SalesFiguresView,
  SalesPointView,
  SalesReportQuery,
  SalesReportView,
} from './sales-report.dto.js';
import { pointsOfDays, pointsOfHours, salesPoint, type Sold } from './sales-series.js';

/** Sales of one section or product. */
interface GroupRow extends Sold {
  readonly key: string | null;
  readonly name: string | null;
  readonly lines: number;
  /** Thousandths of the unit; null, like the unit, if there is no single unit. */
  readonly quantity: number | null;
  readonly unit: string | null;
  /** Number of sections or products with sales, regardless of the limit. */
  readonly found: number;
}

interface Totals extends Sold {
  readonly charges: number;
  readonly discounts: number;
  readonly customers: number;
}

const NOTHING_SOLD: Totals = { revenue: 0, charges: 0, discounts: 0, orders: 0, customers: 0 };

interface Points {
  readonly points: SalesPointView[];
  readonly pointsTotal: number;
}

/** Reports sales by day, hour, section or product. Orders that are cancelled by now do not count. */
@Injectable()
export class SalesReport {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** @throws request.rule-broken if the range is invalid */
  async read(query: SalesReportQuery): Promise<SalesReportView> {
    const { timeZone, currency } = this.config.store;
    const days = daysOf(query, timeZone);
    const before = days.before();
    const [totals, earlier, points] = await Promise.all([
      this.totals(days),
      this.totals(before),
      this.points(days, query),
    ]);
    const previous = { ...before.texts, ...earlier };
    return { ...days.texts, timeZone, currency, groupBy: query.groupBy, totals, previous, ...points };
  }

  private async totals(days: DayRange): Promise<SalesFiguresView> {
    const row = await this.database.slowRead.row<Totals>(sql`
      SELECT CAST(coalesce(sum(o.total), 0) AS bigint) AS revenue, count(*) AS orders,
             count(DISTINCT o.user_id) AS customers, (${chargesIn(days)}) AS charges,
             (${discountsOfOrders(countsIn(days))}) AS discounts
      FROM orders o WHERE ${countsIn(days)}`);
    const { revenue, charges, discounts, orders, customers } = row ?? NOTHING_SOLD;
    return {
      ...{ revenue, goods: revenue - charges + discounts, charges, discounts, orders },
      averageBasket: average(revenue, orders),
      customers,
    };
  }

  private async points(days: DayRange, { groupBy, limit }: SalesReportQuery): Promise<Points> {
    if (groupBy === 'section') return groupPoints(await this.groups(bySection(days, limit)));
    if (groupBy === 'product') return groupPoints(await this.groups(byProduct(days, limit)));
    const points =
      groupBy === 'hour'
        ? pointsOfHours(await this.soldBy(localHour(PLACED, days), days))
        : pointsOfDays(days, groupBy, await this.soldBy(localDay(PLACED, days), days));
    return { points, pointsTotal: points.length };
  }

  private async soldBy(part: Sql, days: DayRange): Promise<Map<number, Sold>> {
    const rows = await this.database.slowRead.rows<Sold & { readonly part: number }>(sql`
      SELECT ${part} AS part, CAST(sum(o.total) AS bigint) AS revenue, count(*) AS orders
      FROM orders o WHERE ${countsIn(days)} GROUP BY 1`);
    return new Map(rows.map((row) => [row.part, row]));
  }

  private async groups(statement: Sql): Promise<GroupRow[]> {
    return this.database.slowRead.rows<GroupRow>(statement);
  }
}

const PLACED = sql`o.timestamp`;

function countsIn(days: DayRange): Sql {
  return sql`${countsAsSale('o.status')} AND ${inDateRange(PLACED, days)}`;
}

function chargesIn(days: DayRange): Sql {
  return sql`
    SELECT CAST(coalesce(sum(c.amount), 0) AS bigint) FROM orders o CROSS JOIN order_charges c
    WHERE ${countsIn(days)} AND c.order_id = o.id`;
}

/*
 * CROSS JOIN makes SQLite scan the orders of the range first and look up their items. Otherwise it scans all items ever
 * sold.
 */

/** Groups by the current section of each product. */
function bySection(days: DayRange, limit: number): Sql {
  return sql`
    SELECT g.section_id AS key, s.name, CAST(g.revenue AS bigint) AS revenue, g.orders, g.lines, NULL AS quantity,
           NULL AS unit, g.found
    FROM (
      SELECT p.section_id, sum(i.price) AS revenue, count(DISTINCT o.id) AS orders, count(*) AS lines,
             count(*) OVER () AS found
      FROM orders o CROSS JOIN order_items i CROSS JOIN products p
      WHERE ${countsIn(days)} AND i.order_id = o.id AND p.id = i.product_id
      GROUP BY p.section_id ORDER BY 2 DESC, coalesce(CAST(p.section_id AS text), '') LIMIT ${limit}) AS g
    LEFT JOIN sections s ON s.id = g.section_id
    ORDER BY g.revenue DESC, coalesce(CAST(g.section_id AS text), '')`;
}

/** Returns no quantity for a product that was sold both by the piece and by weight. */
function byProduct(days: DayRange, limit: number): Sql {
  return sql`
    SELECT g.product_id AS key, p.name, CAST(g.revenue AS bigint) AS revenue, g.lines AS orders, g.lines,
           CASE WHEN g.unit = g.other_unit THEN CAST(g.quantity AS bigint) END AS quantity,
           CASE WHEN g.unit = g.other_unit THEN g.unit END AS unit, g.found
    FROM (
      SELECT i.product_id, sum(i.price) AS revenue, sum(i.quantity) AS quantity, count(*) AS lines,
             min(i.unit_type) AS unit, max(i.unit_type) AS other_unit, count(*) OVER () AS found
      FROM orders o CROSS JOIN order_items i
      WHERE ${countsIn(days)} AND i.order_id = o.id
      GROUP BY i.product_id ORDER BY 2 DESC, i.product_id LIMIT ${limit}) AS g
    JOIN products p ON p.id = g.product_id
    ORDER BY g.revenue DESC, g.product_id`;
}

function groupPoints(rows: readonly GroupRow[]): Points {
  const points = rows.map(({ key, name, lines, quantity, unit, ...sold }) =>
    salesPoint(
      { key, name, lines, quantity: quantity === null ? null : fromThousandths(quantity), unitType: unit },
      sold,
    ),
  );
  return { points, pointsTotal: rows[0]?.found ?? 0 };
}

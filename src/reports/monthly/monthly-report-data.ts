import { Injectable } from '@nestjs/common';
import { daysOfMonth } from '../../platform/calendar/calendar-days.js';
import { DayRange } from '../../platform/calendar/day-ranges.js';
import { inDateRange } from '../../platform/calendar/local-time-sql.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { discountsOfOrders } from '../../rules/pricing/order-discounts-sql.js';
import { sql, type Sql } from '../../platform/database/transaction.js';
import { countsAsSale } from '../../rules/order-status/order-status-sql.js';
import type { EngagementReportView } from '../engagement/engagement-report.dto.js';
import { EngagementReport } from '../engagement/engagement-report.js';
import { average } from '../sales/money-math.js';
import type { SalesPointView, SalesReportView } from '../sales/sales-report.dto.js';
import { SalesReport } from '../sales/sales-report.js';
import type { StockReportView, UnsoldProductView } from '../stock/stock-report.dto.js';
import { StockReport } from '../stock/stock-report.js';
import { nameIn } from '../../rules/texts/texts-by-language.js';
import type { Language } from '../../platform/config/languages.js';

/** Amount that a shopper spent in a section, by today's sections. */
export interface SectionSpending {
  /** Null for products that no longer have a section. */
  readonly sectionId: string | null;
  readonly name: string | null;
  /** Minor units of the currency. */
  readonly spent: number;
  readonly lines: number;
}

/** A product that a shopper bought. */
export interface BoughtProduct {
  readonly productId: string;
  /** Current name. */
  readonly name: string;
  /** Unit of sale. A product sold in two units during the month has an entry for each. */
  readonly unitType: string;
  /** Units. */
  readonly quantity: number;
  /** Minor units of the currency. */
  readonly spent: number;
  /** Number of orders that contain it. */
  readonly orders: number;
}

/** An order that a shopper placed. */
export interface PlacedOrder {
  readonly number: string;
  /** Milliseconds since 1970. */
  readonly placedAt: number;
  /** Minor units of the currency. */
  readonly total: number;
}

/** A shopper's month. Orders that are cancelled by now do not count. */
export interface ShopperMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly orders: number;
  /** Minor units of the currency. */
  readonly spent: number;
  /** Part of it that was charged besides the goods. */
  readonly charges: number;
  /** Amount by which discounts on whole orders have reduced it. */
  readonly discounts: number;
  /** Amount per order, rounded half up; 0 without orders. */
  readonly averageBasket: number;
  /** Orders, oldest first. */
  readonly placed: readonly PlacedOrder[];
  /** Sections with purchases, highest amount first. */
  readonly sections: readonly SectionSpending[];
  /** Products in the most orders, then by quantity. */
  readonly mostBought: readonly BoughtProduct[];
  /** Products with the highest amounts. */
  readonly mostSpentOn: readonly BoughtProduct[];
}

/** The store's month, and the current stock. */
export interface StoreMonth {
  /** YYYY-MM. */
  readonly month: string;
  /** Sales by section, with the totals of the month and of the equally long range before. */
  readonly sales: SalesReportView;
  /** Number of orders of the month that are cancelled by now. */
  readonly cancelled: number;
  readonly bestSold: readonly SalesPointView[];
  /** Products on sale by the end of the month and not sold in it. */
  readonly unsold: { readonly items: readonly UnsoldProductView[]; readonly total: number };
  readonly engagement: EngagementReportView;
  readonly stock: StockReportView;
  /** Value of the products on sale and in stock, at today's rates, in minor units. */
  readonly stockValue: number;
}

/** Both are null for products that no longer have a section. */
interface SectionRow extends SectionSpending {
  readonly texts: string | null;
}

interface BoughtRow {
  readonly id: string;
  readonly name: string;
  readonly texts: string;
  readonly unit: string;
  readonly quantity: number;
  readonly spent: number;
  readonly orders: number;
}

const MAX_FAVORITES = 5;
/** Stores rarely have more sections, and a mail cannot show them. */
const MAX_SECTIONS = 100;
const MAX_LIST_ITEMS = 10;
const SALES_DAYS = 28;
const BEST_BEFORE_DAYS = 7;
const DORMANT_DAYS = 30;

/** Reads the data of the monthly report, for one shopper or for the store. */
@Injectable()
export class MonthlyReportData {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly sales: SalesReport,
    private readonly stock: StockReport,
    private readonly engagement: EngagementReport,
  ) {}

  /**
   * @param month YYYY-MM, in the store's time zone
   * @param language of the names of products and sections
   */
  async shopper(userId: string, month: string, language: Language): Promise<ShopperMonth> {
    const { currency } = this.config.store;
    const days = this.daysOf(month);
    const ownOrders = sql`o.user_id = ${userId} AND ${countsAsSale('o.status')} AND ${inDateRange(sql`o.timestamp`, days)}`;
    const [placed, charges, discounts, sections, mostBought, mostSpentOn] = await Promise.all([
      this.placed(ownOrders),
      this.charges(ownOrders),
      this.discounts(ownOrders),
      this.sections(ownOrders, language),
      this.bought(ownOrders, sql`orders DESC, quantity DESC`, language),
      this.bought(ownOrders, sql`spent DESC`, language),
    ]);
    const orders = placed.length;
    const spent = placed.reduce((sum, { total }) => sum + total, 0);
    return {
      month,
      ...days.texts,
      currency,
      orders,
      spent,
      charges,
      discounts,
      averageBasket: average(spent, orders),
      placed,
      sections,
      mostBought,
      mostSpentOn,
    };
  }

  /** @param month YYYY-MM, in the store's time zone */
  async store(month: string): Promise<StoreMonth> {
    const days = this.daysOf(month);
    const range = days.texts;
    const limit = MAX_LIST_ITEMS;
    const [sales, cancelled, best, unsold, engagement, stock, stockValue] = await Promise.all([
      this.sales.read({ ...range, groupBy: 'section', limit: MAX_SECTIONS }),
      this.cancelledIn(days),
      this.sales.read({ ...range, groupBy: 'product', limit }),
      this.stock.unsoldIn(days, { limit, offset: 0 }),
      this.engagement.read({ ...range, dormantDays: DORMANT_DAYS, cohortBy: 'registration', limit }),
      this.stock.read({ ...range, salesDays: SALES_DAYS, bestBeforeDays: BEST_BEFORE_DAYS, limit }),
      this.stock.value(),
    ]);
    return { month, sales, cancelled, bestSold: best.points, unsold, engagement, stock, stockValue };
  }

  private daysOf(month: string): DayRange {
    const { first, last } = daysOfMonth(month);
    return new DayRange(this.config.store.timeZone, first, last);
  }

  private placed(ownOrders: Sql): Promise<PlacedOrder[]> {
    return this.database.slowRead.rows<PlacedOrder>(sql`
      SELECT o.number, o.timestamp AS "placedAt", o.total FROM orders o WHERE ${ownOrders} ORDER BY o.timestamp, o.id`);
  }

  private async charges(ownOrders: Sql): Promise<number> {
    const row = await this.database.slowRead.row<{ amount: number }>(sql`
      SELECT CAST(coalesce(sum(c.amount), 0) AS bigint) AS amount
      FROM orders o CROSS JOIN order_charges c WHERE ${ownOrders} AND c.order_id = o.id`);
    return row?.amount ?? 0;
  }

  private async discounts(ownOrders: Sql): Promise<number> {
    const row = await this.database.slowRead.row<{ amount: number }>(discountsOfOrders(ownOrders));
    return row?.amount ?? 0;
  }

  private async cancelledIn(days: DayRange): Promise<number> {
    const row = await this.database.slowRead.row<{ orders: number }>(sql`
      SELECT count(*) AS orders FROM orders o WHERE o.status = 'cancelled' AND ${inDateRange(sql`o.timestamp`, days)}`);
    return row?.orders ?? 0;
  }

  private async sections(ownOrders: Sql, language: Language): Promise<SectionSpending[]> {
    const rows = await this.database.slowRead.rows<SectionRow>(bySection(ownOrders));
    return rows.map(({ name, texts, ...row }) => ({
      ...row,
      name: name === null || texts === null ? null : nameIn(language, { name, texts }),
    }));
  }

  private async bought(ownOrders: Sql, order: Sql, language: Language): Promise<BoughtProduct[]> {
    const rows = await this.database.slowRead.rows<BoughtRow>(sql`
      SELECT b.id, p.name, p.texts, b.unit, b.quantity, b.spent, b.orders FROM (
        SELECT i.product_id AS id, i.unit_type AS unit, CAST(sum(i.quantity) AS bigint) AS quantity,
               CAST(sum(i.price) AS bigint) AS spent, count(*) AS orders
        FROM orders o CROSS JOIN order_items i WHERE ${ownOrders} AND i.order_id = o.id
        GROUP BY i.product_id, i.unit_type) AS b
      JOIN products p ON p.id = b.id ORDER BY ${order}, p.name_key, p.id, b.unit LIMIT ${MAX_FAVORITES}`);
    return rows.map(({ id, name, texts, unit, quantity, ...row }) => ({
      productId: id,
      name: nameIn(language, { name, texts }),
      ...row,
      unitType: unit,
      quantity: fromThousandths(quantity),
    }));
  }
}

function bySection(ownOrders: Sql): Sql {
  return sql`
    SELECT b.section_id AS "sectionId", s.name, s.texts, b.spent, b.lines FROM (
      SELECT p.section_id, CAST(sum(i.price) AS bigint) AS spent, count(*) AS lines
      FROM orders o CROSS JOIN order_items i CROSS JOIN products p
      WHERE ${ownOrders} AND i.order_id = o.id AND p.id = i.product_id GROUP BY p.section_id) AS b
    LEFT JOIN sections s ON s.id = b.section_id
    ORDER BY b.spent DESC, coalesce(s.name_key, ''), coalesce(CAST(b.section_id AS text), '')`;
}

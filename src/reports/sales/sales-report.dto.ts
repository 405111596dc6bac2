import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { ReportRangeQuery } from '../report-range.dto.js';

export const SALES_GROUPS = ['day', 'week', 'month', 'section', 'product', 'weekday', 'hour'] as const;

export type SalesGroup = (typeof SALES_GROUPS)[number];

/** Which sales, and by what. */
export class SalesReportQuery extends ReportRangeQuery {
  /**
   * What the points are of. Weeks begin on Monday. Sections and products are those that sold, the most revenue first.
   * @example day
   */
  @IsIn(SALES_GROUPS)
  groupBy: SalesGroup = 'day';

  /** How many sections or products there are to be at most; whatever else there is comes whole. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

/** What was sold. Orders that are cancelled by now do not count, whenever that happened. */
export class SalesFiguresView {
  /** What the orders come to, in minor units of the currency. @example 1849950 */
  revenue: number;

  /** @example 312 */
  orders: number;

  /** Revenue by order, in minor units, half up; 0 without an order. @example 5929 */
  averageBasket: number;

  /** How many shoppers ordered. @example 117 */
  customers: number;
}

/** The equally long time just before. */
export class EarlierSalesView extends SalesFiguresView {
  /** @example 2025-12-01 */
  from: string;

  /** @example 2025-12-31 */
  to: string;
}

export class SalesPointView {
  /**
   * What it is of: a day 2026-01-05, a week 2026-W02, a month 2026-01, a weekday from 1 (Monday) to 7, an hour from 0 to 23,
   * or the id of a section or a product. Null for what was sold of products that have lost their section since.
   * @example 2026-01-05
   */
  key: string | null;

  /** Today's name of the section or product. @example Tomatoes */
  name: string | null;

  /** The first of its days that is in the report; null where it has no days of its own. @example 2026-01-05 */
  from: string | null;

  /** The last of them. @example 2026-01-05 */
  to: string | null;

  /** In minor units of the currency; of a section or product, what its lines come to. @example 59675 */
  revenue: number;

  /** Orders; of a section or product, those that it is in. @example 11 */
  orders: number;

  /** Revenue by order, in minor units, half up; 0 without an order. @example 5425 */
  averageBasket: number;

  /** How many lines of orders; null where it is neither section nor product. @example 11 */
  lines: number | null;

  /** Units of a product; null of anything else, and where it was sold by different units. @example 24.75 */
  quantity: number | null;

  /** By what the product was sold; null as the quantity is. @example kg */
  unitType: string | null;
}

/** What was sold in some days of the store's time zone. Orders that are cancelled by now do not count. */
export class SalesReportView {
  /** @example 2026-01-01 */
  from: string;

  /** @example 2026-01-31 */
  to: string;

  /** The time zone whose days and hours these are. @example Asia/Kolkata */
  timeZone: string;

  /** @example INR */
  currency: string;

  /** @example day */
  @IsIn(SALES_GROUPS)
  groupBy: SalesGroup;

  totals: SalesFiguresView;

  previous: EarlierSalesView;

  /**
   * Every day, week or month of the range, every weekday and hour, in their order, also where nothing was sold; sections
   * and products by their revenue.
   */
  points: SalesPointView[];

  /** How many points there would be without the limit. @example 31 */
  pointsTotal: number;
}

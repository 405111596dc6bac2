import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { MAX_DAYS, ReportRangeQuery } from '../report-range.dto.js';

export const SALES_GROUPS = ['day', 'week', 'month', 'section', 'product', 'weekday', 'hour'] as const;

export type SalesGroup = (typeof SALES_GROUPS)[number];

/** Days and grouping of the sales report. */
export class SalesReportQuery extends ReportRangeQuery {
  /**
   * Grouping of the points. Weeks begin on Monday. Sections and products with sales are sorted by revenue, highest first.
   * @example day
   */
  @IsIn(SALES_GROUPS)
  groupBy: SalesGroup = 'day';

  /** Maximum number of sections or products; other groupings are complete. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

/** Sales numbers. Orders that are cancelled by now do not count, whenever that happened. */
export class SalesFiguresView {
  /** Total of the orders, in minor units of the currency. @example 1849950 */
  revenue: number;

  /** What the goods were sold for. @example 1789450 */
  goods: number;

  /** Part of the revenue that was charged besides the goods, such as for delivery. @example 63000 */
  charges: number;

  /** Amount by which discounts on whole orders reduced the revenue: it is goods and charges, less discounts. @example 2500 */
  discounts: number;

  /** @example 312 */
  orders: number;

  /** Revenue per order, in minor units, rounded half up; 0 without orders. @example 5929 */
  averageBasket: number;

  /** Number of shoppers who ordered. @example 117 */
  customers: number;
}

/** Sales of the equally long range just before. */
export class EarlierSalesView extends SalesFiguresView {
  /** @example 2025-12-01 */
  from: string;

  /** @example 2025-12-31 */
  to: string;
}

export class SalesPointView {
  /**
   * Day 2026-01-05, week 2026-W02, month 2026-01, weekday 1 (Monday) to 7, hour 0 to 23, or ID of a section or product.
   * Null for sales of products that no longer have a section.
   * @example 2026-W02
   */
  key: string | null;

  /** Current name of the section or product. @example Tomatoes */
  name: string | null;

  /** First day of the point within the report; null if it is no range of days. @example 2026-01-05 */
  from: string | null;

  /** Last day of the point within the report. @example 2026-01-05 */
  to: string | null;

  /** Revenue in minor units of the currency; for a section or product, the total of its lines. @example 59675 */
  revenue: number;

  /** Number of orders; for a section or product, of those that contain it. @example 11 */
  orders: number;

  /** Revenue per order, in minor units, rounded half up; 0 without orders. @example 5425 */
  averageBasket: number;

  /** Number of order lines; null unless the point is a section or product. @example 11 */
  lines: number | null;

  /** Units of a product; null for other points, and if it was sold in different units. @example 24.75 */
  quantity: number | null;

  /** Unit of sale of the product; null if the quantity is. @example kg */
  unitType: string | null;
}

/** Sales of a range of days in the store's time zone. Orders that are cancelled by now do not count. */
export class SalesReportView {
  /** @example 2026-01-01 */
  from: string;

  /** @example 2026-01-31 */
  to: string;

  /** Time zone of the days and hours. @example Asia/Kolkata */
  timeZone: string;

  /** @example INR */
  currency: string;

  /** @example day */
  @IsIn(SALES_GROUPS)
  groupBy: SalesGroup;

  totals: SalesFiguresView;

  previous: EarlierSalesView;

  /**
   * All days, weeks, months, weekdays or hours in order, including those without sales; sections and products by revenue.
   */
  @ApiProperty({ maxItems: MAX_DAYS })
  points: SalesPointView[];

  /** Number of points without the limit. @example 31 */
  pointsTotal: number;
}

import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCalendarDate } from '../../platform/http/validation/validators.js';

/** What to look at of the stock. */
export class StockReportQuery {
  /** The mean daily sale is that of so many whole days, up to yesterday. @example 28 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  salesDays: number = 28;

  /** Best before so many days from today, or earlier. @example 7 */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(366)
  bestBeforeDays: number = 7;

  /** The first day of the waste; without it, as many days as the mean daily sale is of. @example 2026-01-01 */
  @IsOptional()
  @IsCalendarDate()
  from?: string;

  /** The last day of the waste, which is in it; without it, today. @example 2026-01-31 */
  @IsOptional()
  @IsCalendarDate()
  to?: string;

  /** How many products each list shows at most. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

/** A product, and what is left of it. */
export class StockedProductView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  productId: string;

  /** @example Tomatoes */
  name: string;

  /** Null for a deleted product whose section is gone as well. @example Vegetables */
  sectionName: string | null;

  /** @example kg */
  unitType: string;

  /** Units. @example 3.25 */
  quantityAvailable: number;
}

export class LowProductView extends StockedProductView {
  /** Below how many units it counts as low. @example 10 */
  lowStockThreshold: number;
}

export class CoveredProductView extends StockedProductView {
  /** Units that were sold in the days of the mean daily sale. @example 91 */
  quantitySold: number;

  /** How many days what is left will last at that pace, to a tenth, half up. @example 1.3 */
  daysOfCover: number;
}

export class WastedProductView extends StockedProductView {
  /** Units that were written off. @example 4.5 */
  quantityWasted: number;

  /** What they would sell for today, in minor units of the currency. @example 18000 */
  value: number;

  /** How often something was written off. @example 3 */
  times: number;
}

export class AgeingProductView extends StockedProductView {
  /** @example 2026-01-12 */
  bestBefore: string;

  /** Days from today to that day; below 0 where it is past. @example 2 */
  daysLeft: number;
}

export class UnsoldProductView extends StockedProductView {
  /** When it was put on the shelf. @example 2026-01-05T06:30:00.000Z */
  createdAt: string;
}

export class LowProductList {
  items: LowProductView[];
  /** How many there are in all. @example 14 */
  total: number;
}

export class SoldOutProductList {
  items: StockedProductView[];
  /** How many there are in all. @example 3 */
  total: number;
}

export class CoveredProductList {
  items: CoveredProductView[];
  /** How many there are in all. @example 212 */
  total: number;
}

export class WastedProductList {
  /** The first day of the waste. @example 2026-01-04 */
  from: string;
  /** The last one. @example 2026-01-31 */
  to: string;
  items: WastedProductView[];
  /** How many there are in all. @example 9 */
  total: number;
}

export class AgeingProductList {
  items: AgeingProductView[];
  /** How many there are in all. @example 6 */
  total: number;
}

export class UnsoldProductList {
  items: UnsoldProductView[];
  /** How many there are in all. @example 11 */
  total: number;
}

/** The stock as it is, and what has become of it. Orders that are cancelled by now are no sales. */
export class StockReportView {
  /** Today, in the store's time zone. @example 2026-01-31 */
  today: string;

  /** @example Asia/Kolkata */
  timeZone: string;

  /** @example INR */
  currency: string;

  /** How many days the mean daily sale is of. @example 28 */
  salesDays: number;

  /** On sale, and below the threshold, but not sold out: those with the smallest part of it first. */
  low: LowProductList;

  /** On sale, and nothing left, by their names. */
  soldOut: SoldOutProductList;

  /** On sale, in stock and sold of late: those first that will be sold out soonest. */
  cover: CoveredProductList;

  /** Written off, those first that were worth the most. */
  waste: WastedProductList;

  /** In stock and best before soon or already past, the oldest first. */
  bestBefore: AgeingProductList;

  /** On sale and never sold, those first that have waited the longest. */
  neverSold: UnsoldProductList;
}

import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCalendarDate } from '../../platform/http/validation/validators.js';
import { MAX_PAGE_SIZE } from '../../platform/http/validation/pagination.js';

/** Options of the stock report. */
export class StockReportQuery {
  /** Number of full days, up to yesterday, for the mean daily sales. @example 28 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  salesDays: number = 28;

  /** Maximum number of days from today to the best-before date. @example 7 */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(366)
  bestBeforeDays: number = 7;

  /** First day of the waste; by default, `salesDays` days up to the last. @example 2026-01-01 */
  @IsOptional()
  @IsCalendarDate()
  from?: string;

  /** Last day of the waste, inclusive; by default, today. @example 2026-01-31 */
  @IsOptional()
  @IsCalendarDate()
  to?: string;

  /** Maximum number of products per list. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

/** A product and its stock. */
export class StockedProductView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  productId: string;

  /** @example Tomatoes */
  name: string;

  /** Null for a deleted product whose section was deleted as well. @example Vegetables */
  sectionName: string | null;

  /** @example kg */
  unitType: string;

  /** Units that can be ordered. @example 3.25 */
  quantityAvailable: number;

  /** Units of orders that have not left the store. @example 1.5 */
  quantityPromised: number;

  /** Units in the store: available and promised. @example 4.75 */
  quantityOnHand: number;
}

export class LowProductView extends StockedProductView {
  /** Number of units below which the stock is low. @example 7.5 */
  lowStockThreshold: number;
}

export class CoveredProductView extends StockedProductView {
  /** Units sold in the last `salesDays` days. @example 91.25 */
  quantitySold: number;

  /** Days that the stock lasts at that rate, to one decimal, rounded half up. @example 1.3 */
  daysOfCover: number;
}

export class WastedProductView extends StockedProductView {
  /** Units written off. @example 4.5 */
  quantityWasted: number;

  /** Value at today's rate, in minor units of the currency. @example 18000 */
  value: number;

  /** Number of write-offs. @example 3 */
  times: number;
}

export class AgeingProductView extends StockedProductView {
  /** @example 2026-01-12 */
  bestBefore: string;

  /** Days from today to that day; negative if it is past. @example 2 */
  daysLeft: number;
}

export class UnsoldProductView extends StockedProductView {
  /** Time at which the product was created. @example 2026-01-05T06:30:00.000Z */
  createdAt: string;
}

export class LowProductList {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: LowProductView[];
  /** Total number of products. @example 14 */
  total: number;
}

export class SoldOutProductList {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: StockedProductView[];
  /** Total number of products. @example 3 */
  total: number;
}

export class CoveredProductList {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: CoveredProductView[];
  /** Total number of products. @example 212 */
  total: number;
}

export class WastedProductList {
  /** First day of the waste. @example 2026-01-04 */
  from: string;
  /** Last day of the waste. @example 2026-01-31 */
  to: string;
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: WastedProductView[];
  /** Total number of products. @example 9 */
  total: number;
}

export class AgeingProductList {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: AgeingProductView[];
  /** Total number of products. @example 6 */
  total: number;
}

export class UnsoldProductList {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: UnsoldProductView[];
  /** Total number of products. @example 11 */
  total: number;
}

/** Current stock, sales and waste. Orders that are cancelled by now do not count. */
export class StockReportView {
  /** Today, in the store's time zone. @example 2026-01-31 */
  today: string;

  /** @example Asia/Kolkata */
  timeZone: string;

  /** @example INR */
  currency: string;

  /** Number of days for the mean daily sales. @example 28 */
  salesDays: number;

  /** Products on sale of which less is available than their threshold, smallest share of it first: sold-out ones too. */
  low: LowProductList;

  /** Products on sale with no stock, by name. */
  soldOut: SoldOutProductList;

  /** Products on sale, in stock and recently sold; soonest sold out first. */
  cover: CoveredProductList;

  /** Products written off, highest value first. */
  waste: WastedProductList;

  /** Products in stock whose best-before date is near or past, earliest first. */
  bestBefore: AgeingProductList;

  /** Products on sale and never sold, oldest first. */
  neverSold: UnsoldProductList;
}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { MAX_RATE } from '../platform/common/money/money.js';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { IsFreeText } from '../platform/http/validation/free-text.js';
import type { KeysetPage } from '../platform/http/validation/pagination.js';
import { IsCalendarDate, IsQueryFlag } from '../platform/http/validation/validators.js';

export const PRODUCT_SORTS = ['relevance', 'name', '-name', 'rate', '-rate', 'newest'] as const;

export type ProductSort = (typeof PRODUCT_SORTS)[number];

/** Which products a shopper looks for. All that is given must hold. */
export class ProductQuery {
  /** A section, by its id or its slug. @example vegetables */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  section?: string;

  /** Words to look for, in any order; beginnings are enough and typing is forgiven. @example tomatos */
  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsFreeText(200)
  q?: string;

  /** The lowest rate per unit, in minor units of the currency. @example 1000 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  minRate?: number;

  /** The highest rate per unit, in minor units of the currency. @example 10000 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  maxRate?: number;

  /** True for what is in stock, false for what is sold out. @example true */
  @IsOptional()
  @IsQueryFlag()
  inStock?: boolean;

  /** True for what is sold by weight, false for what is not. @example true */
  @IsOptional()
  @IsQueryFlag()
  byWeight?: boolean;

  /** Made on this day or later. @example 2026-01-01 */
  @IsOptional()
  @IsCalendarDate()
  madeAfter?: string;

  /** Keeps until this day at least: best before it or later. @example 2026-12-31 */
  @IsOptional()
  @IsCalendarDate()
  bestBefore?: string;

  /** The order; without it, by relevance where there are words and by name where there are none. @example name */
  @IsOptional()
  @IsIn(PRODUCT_SORTS)
  sort?: ProductSort;

  /** The `nextCursor` of the page before, with the same filters and sort. */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  cursor?: string;

  /** Products on a page. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

export class SectionView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  id: string;
  /** @example Vegetables */
  name: string;
  /** @example vegetables */
  slug: string;
  /** @example "Fresh from the farms around the town, every morning." */
  description: string;
  /** Where it stands among the sections, from the smallest. @example 1 */
  position: number;
  /** Products that shoppers see in it. @example 29 */
  productCount: number;
  /** The picture of the first of them that has one, 320 pixels square. @example /media/4f1c2a9be0d7-320.webp */
  thumbnailUrl: string | null;
  /** @example 1 */
  version: number;
}

export class SectionList {
  items: SectionView[];
}

export class ProductView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  id: string;
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  sectionId: string;
  /** @example Vegetables */
  sectionName: string;
  /** @example Tomatoes */
  name: string;
  /** @example tomatoes */
  slug: string;
  /** @example "Firm, red, and ripened on the plant." */
  description: string;
  /** Empty where it has none. @example "Nandi Farms" */
  brand: string;
  /** What it is sold by. @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** Minor units of the currency per one unit. @example 4000 */
  ratePerUnit: number;
  /** What can be ordered is a multiple of this, in units. @example 0.25 */
  quantityStep: number;
  /** Units. @example 58.75 */
  quantityAvailable: number;
  /** The picture, 960 pixels wide at most. @example /media/4f1c2a9be0d7-960.webp */
  imageUrl: string | null;
  /** The picture, 320 pixels wide at most. @example /media/4f1c2a9be0d7-320.webp */
  thumbnailUrl: string | null;
  /** @example 2026-01-05 */
  manufacturedOn: string | null;
  /** @example 2026-01-12 */
  bestBefore: string | null;
  /** @example 3 */
  version: number;
  /** @example 2026-01-05T06:30:00.000Z */
  createdAt: string;
}

export class ProductPage implements KeysetPage<ProductView> {
  items: ProductView[];
  /** Asks for the next page; null on the last one. @example WyJuYW1lIiwidG9tYXRvZXMiXQ */
  nextCursor: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { MAX_RATE } from '../platform/common/money/max-rate.js';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { MAX_PAGE_SIZE, type KeysetPage } from '../platform/http/validation/pagination.js';
import { IsCalendarDate, IsQueryFlag } from '../platform/http/validation/validators.js';
import { NetContentView } from './prices/net-content.dto.js';
import { UnitPriceView } from './prices/unit-price.dto.js';
import type { NamesByLanguage, TextsOf } from '../rules/texts/texts-by-language.js';
import { ApiNamesByLanguage, ApiTextsByLanguage, SectionTextView } from './texts/texts.dto.js';

/** Most sections of a store: far more than any grocer has. */
export const MAX_SECTIONS = 500;

export const PRODUCT_SORTS = ['relevance', 'name', '-name', 'rate', '-rate', 'newest'] as const;

export type ProductSort = (typeof PRODUCT_SORTS)[number];

/** Filters, sort order and page of a product list. Products must match all filters. */
export class ProductQuery {
  /** ID or slug of a section. @example vegetables */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  section?: string;

  /**
   * Search terms in any order. Whole words come first, then their beginnings; synonyms match, amounts exclude nothing, and typos are
   * tolerated. @example tomatos
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Minimum rate per kilogram, litre, piece, pack or bunch, of packs by their contents, in minor units of the currency. @example 1000 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  minRate?: number;

  /** Maximum rate per kilogram, litre, piece, pack or bunch, of packs by their contents, in minor units of the currency. @example 10000 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  maxRate?: number;

  /** True for products in stock, false for sold-out ones. @example true */
  @IsOptional()
  @IsQueryFlag()
  inStock?: boolean;

  /** True for products sold by weight, false for all others. @example true */
  @IsOptional()
  @IsQueryFlag()
  byWeight?: boolean;

  /** Earliest date of manufacture. @example 2026-01-01 */
  @IsOptional()
  @IsCalendarDate()
  madeAfter?: string;

  /** Earliest best-before date. @example 2026-12-31 */
  @IsOptional()
  @IsCalendarDate()
  bestBefore?: string;

  /**
   * Sort order; relevance by default for a search, name otherwise. By rate, products sold by weight come first, then those by volume,
   * by the piece, in packs and in bunches; rates are compared per kilogram, litre and piece, those of packs by their contents. @example name
   */
  @IsOptional()
  @IsIn(PRODUCT_SORTS)
  sort?: ProductSort;

  /** `nextCursor` of the previous page, with the same filters and sort order. */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  cursor?: string;

  /** Number of products per page. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** Returns the query as canonical JSON: the same text for the same fields, in whatever order they were given. */
  toKey(): string {
    return JSON.stringify(this, Object.keys(this).sort());
  }
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
  /** Names and descriptions in the languages of the shop. Where there is none, `name` and `description` stand. */
  @ApiTextsByLanguage(SectionTextView)
  texts: TextsOf<SectionTextView>;
  /** Position among the sections, ascending. @example 1 */
  position: number;
  /** Number of products that shoppers see. @example 29 */
  productCount: number;
  /** Image of the first product that has one, 320 pixels wide at most. @example /media/4f1c2a9be0d7-320.webp */
  thumbnailUrl: string | null;
  /** @example 1 */
  version: number;
}

export class SectionList {
  @ApiProperty({ maxItems: MAX_SECTIONS })
  items: SectionView[];
}

export class NearestSectionQuery {
  /** Search that has found nothing. @example "peanut oil" */
  @IsString()
  @Length(1, 200)
  q: string;
}

export class NearestSectionView {
  /** Null if no product mentions any of the words. */
  section: SectionView | null;
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
  /** Name in each language of the shop in which the product has texts. In the others, `name` stands. */
  @ApiNamesByLanguage()
  names: NamesByLanguage;
  /** @example tomatoes */
  slug: string;
  /** @example "Firm, red, and ripened on the plant." */
  description: string;
  /** Brand; empty if there is none. @example "Nandi Farms" */
  brand: string;
  /** Unit of sale. @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** Minor units of the currency per one unit. @example 4000 */
  ratePerUnit: number;
  /** Maximum retail price, in minor units of the currency per one unit; null if there is none. @example 4500 */
  mrp: number | null;
  /** Tax class; null for that of the store's settings. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  taxClassId: string | null;
  /** Contents of one unit, such as a pack; null if unknown, and for what is sold by weight or volume. */
  netContent: NetContentView | null;
  /** Rate per kilogram, litre or piece; null if the contents are unknown. */
  unitPrice: UnitPriceView | null;
  /** Units that an ordered quantity must be a multiple of. @example 0.25 */
  quantityStep: number;
  /** Units. @example 58.75 */
  quantityAvailable: number;
  /** Units that one order can have at most. @example 24.75 */
  maxQuantity: number;
  /** Image, 960 pixels wide at most. @example /media/4f1c2a9be0d7-960.webp */
  imageUrl: string | null;
  /** Image, 320 pixels wide at most. @example /media/4f1c2a9be0d7-320.webp */
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
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: ProductView[];
  /** Cursor of the next page; null on the last page. @example WyJuYW1lIiwidG9tYXRvZXMiXQ */
  nextCursor: string | null;
}

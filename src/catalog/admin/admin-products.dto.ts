import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../../platform/http/validation/pagination.js';
import {
  IsCalendarDate,
  IsId,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantityFromZero,
  IsQueryFlag,
  MaxItems,
} from '../../platform/http/validation/validators.js';
import { ProductView } from '../catalog.dto.js';
import { NetContentBody } from '../prices/net-content.dto.js';
import { IsHsn } from '../codes/hsn.js';
import { BarcodeView, MAX_BARCODES, MAX_SKU_LENGTH } from '../codes/codes.dto.js';
import type { TextsOf } from '../../rules/texts/texts-by-language.js';
import {
  ApiTextsByLanguage,
  MAX_OTHER_NAMES,
  ProductTextView,
  WITHOUT_SEPARATOR,
} from '../texts/texts.dto.js';
import { MAX_VERSION, NOT_NULL } from '../../platform/http/validation/edits.dto.js';

export class CreateProductBody {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsId()
  sectionId: string;

  /** @example Tomatoes */
  @IsString()
  @Length(1, 100)
  @IsNotBlank()
  name: string;

  /** Article number of the store, which no other product has; null for none. @example GB-0101 */
  @IsOptional()
  @IsString()
  @Length(1, MAX_SKU_LENGTH)
  @IsNotBlank()
  sku?: string | null;

  /** @example "Firm, red, and ripened on the plant." */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(2000)
  description?: string;

  /** @example "Nandi Farms" */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(60)
  brand?: string;

  /** Names by which shoppers find the product as well, in any language, without commas. @example ["Tamatar","टमाटर"] */
  @IsOptionalNotNull()
  @IsArray()
  @MaxItems(MAX_OTHER_NAMES)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  @Matches(WITHOUT_SEPARATOR, { each: true, message: 'a name must not contain a comma or semicolon' })
  otherNames?: string[];

  /** @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;

  /** Minor units of the currency per one unit. @example 4000 */
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  ratePerUnit: number;

  /** Maximum retail price, in minor units of the currency per one unit; null for none. @example 4500 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  mrp?: number | null;

  /** Tax class; null for that of the settings. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  @IsOptional()
  @IsId()
  taxClassId?: string | null;

  /** Code of the Harmonized System for the Indian GST, 4, 6 or 8 digits; null if unknown. @example 0702 */
  @IsOptional()
  @IsHsn()
  hsn?: string | null;

  /** Contents of one unit, such as a pack; null if unknown. What is sold by weight or volume has none. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NetContentBody)
  netContent?: NetContentBody | null;

  /** Units that an ordered quantity must be a multiple of; 1 if omitted. @example 0.25 */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  @IsNotIn([0], { message: '$property must be more than 0' })
  quantityStep?: number;

  /** Opening stock, in units. Nothing of a new product is promised, so all of it is available. @example 60.5 */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  quantityAvailable?: number;

  /** Quantity available below which an alert is sent, in units; 0 for no alerts. @example 7.5 */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  lowStockThreshold?: number;

  /** Units that one order can have at most; null for the usual limit of the unit. @example 12.25 */
  @IsOptional()
  @IsQuantityFromZero()
  @IsNotIn([0], { message: 'maxPerOrder must be more than 0' })
  maxPerOrder?: number | null;

  /** Date of manufacture; null if unknown. @example 2026-01-05 */
  @IsOptional()
  @IsCalendarDate()
  manufacturedOn?: string | null;

  /** Best-before date; null if the product does not expire. @example 2026-01-12 */
  @IsOptional()
  @IsCalendarDate()
  bestBefore?: string | null;

  /** Visibility to shoppers; true if omitted. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  published?: boolean;
}

/** Has no `quantityAvailable`: stock changes only by movements, so that the ledger stays complete. */
export class ChangeProductBody extends PartialType(
  OmitType(CreateProductBody, ['quantityAvailable'] as const),
  NOT_NULL,
) {
  /** Version on which the change is based. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

export const ADMIN_PRODUCT_SORTS = [
  'name',
  '-name',
  'rate',
  '-rate',
  'stock',
  '-stock',
  'newest',
  'bestBefore',
] as const;

const STOCK_LEVELS = ['low', 'out'] as const;

export class AdminProductQuery extends TableQuery {
  /** Search terms, of which typos are tolerated, or an SKU or a barcode. @example milk */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** SKU or barcode of one product, exactly. @example 8901234567890 */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  code?: string;

  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptional()
  @IsId()
  sectionId?: string;

  /** @example true */
  @IsOptional()
  @IsQueryFlag()
  published?: boolean;

  /**
   * `low` for products on sale of which less is available than their threshold, `out` for those on sale of which nothing is
   * available. @example low
   */
  @IsOptional()
  @IsIn(STOCK_LEVELS)
  stock?: (typeof STOCK_LEVELS)[number];

  /** False for products without an HSN code, true for those with one. @example false */
  @IsOptional()
  @IsQueryFlag()
  hasHsn?: boolean;

  /** @example name */
  @IsIn(ADMIN_PRODUCT_SORTS)
  sort: (typeof ADMIN_PRODUCT_SORTS)[number] = 'name';
}

/** A product for staff. */
export class AdminProductView extends ProductView {
  /** Visibility to shoppers. @example true */
  published: boolean;
  /** Article number of the store. @example GB-0101 */
  sku: string | null;
  /** Code of the Harmonized System for the Indian GST. @example 0702 */
  hsn: string | null;
  /** Barcodes of its packs, single packs first. */
  @ApiProperty({ maxItems: MAX_BARCODES })
  barcodes: BarcodeView[];
  /** Names by which shoppers find the product as well. @example ["Tamatar","टमाटर"] */
  @ApiProperty({ maxItems: MAX_OTHER_NAMES })
  otherNames: string[];
  /** Texts in the languages of the shop. */
  @ApiTextsByLanguage(ProductTextView)
  texts: TextsOf<ProductTextView>;
  /** Units of orders that are placed or packed and have not left the store. @example 4.5 */
  quantityPromised: number;
  /** Units in the store, to compare with a count: available and promised. @example 63.25 */
  quantityOnHand: number;
  /** Quantity available below which the stock is low, in units; 0 for never. @example 7.5 */
  lowStockThreshold: number;
  /** True if the product is on sale and less is available than its threshold. @example false */
  isLowStock: boolean;
  /** Units that one order can have at most; null for the usual limit of the unit. @example 12.25 */
  maxPerOrder: number | null;
}

export class AdminProductTable implements TablePage<AdminProductView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: AdminProductView[];
  /** @example 312 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

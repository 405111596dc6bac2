import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';
import { IsId, IsOptionalNotNull, MaxItems } from '../../platform/http/validation/validators.js';
import { IsHsn } from '../codes/hsn.js';
import { AdminProductQuery } from './admin-products.dto.js';
import { MAX_VERSION } from '../../platform/http/validation/edits.dto.js';

/** Products that one change can have, and so the most that a selection by filters returns. */
export const MAX_CHANGED_PRODUCTS = 1000;
/** Limits in basis points: the new rate is at least a tenth and at most six times the old one. */
const RATE_BASIS_POINTS = { min: -9000, max: 50_000 } as const;
const MAX_ROUNDING = 100_000;

/** Filters of the products to select, as of the list. */
export class MatchingProductsQuery extends OmitType(AdminProductQuery, [
  'page',
  'pageSize',
  'sort',
] as const) {}

/** A product as a change refers to it. */
export class MatchingProductView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  id: string;
  /** @example Tomatoes */
  name: string;
  /** @example 3 */
  version: number;
}

/** All products that match, by name. */
export class MatchingProducts {
  @ApiProperty({ maxItems: MAX_CHANGED_PRODUCTS })
  items: MatchingProductView[];
}

/** A product to change, with its own new values if each product gets different ones. */
export class ProductToChange {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  @IsId()
  id: string;

  /** Version on which the change is based. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** New rate of this product, in minor units of the currency. @example 4000 */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  ratePerUnit?: number;

  /** New section of this product. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptionalNotNull()
  @IsId()
  sectionId?: string;

  /** New visibility of this product to shoppers. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  published?: boolean;

  /** New tax class of this product; null for that of the settings. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  @IsOptional()
  @IsId()
  taxClassId?: string | null;

  /** New HSN code of this product; null for none. @example 0702 */
  @IsOptional()
  @IsHsn()
  hsn?: string | null;
}

/**
 * A single change of many products. Either `rateBasisPoints`, `sectionId`, `published`, `taxClassId` or `hsn` applies to all of
 * them, or each product has its own values, for example to undo a change.
 */
export class ChangeProductsBody {
  @IsArray()
  @ArrayMinSize(1)
  @MaxItems(MAX_CHANGED_PRODUCTS)
  // Must tolerate values that are no objects: the next rule reports them.
  @ArrayUnique((product?: Partial<ProductToChange>) => product?.id, {
    message: 'each product may be named once',
  })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProductToChange)
  products: ProductToChange[];

  /** Change of the rates in hundredths of a percent, negative to lower them: 750 for 7.5 %. @example 750 */
  @IsOptionalNotNull()
  @IsInt()
  @Min(RATE_BASIS_POINTS.min)
  @Max(RATE_BASIS_POINTS.max)
  rateBasisPoints?: number;

  /**
   * Minor units to which the new rates are rounded, half up; 1 if omitted. Rates below twenty times this value are
   * rounded to whole minor units. @example 100
   */
  @IsOptionalNotNull()
  @IsInt()
  @Min(1)
  @Max(MAX_ROUNDING)
  roundTo?: number;

  /** New section of all products. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptionalNotNull()
  @IsId()
  sectionId?: string;

  /** New visibility of all products to shoppers. @example false */
  @IsOptionalNotNull()
  @IsBoolean()
  published?: boolean;

  /** New tax class of all products; null for that of the settings. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  @IsOptional()
  @IsId()
  taxClassId?: string | null;

  /** New HSN code of all products; null for none. @example 0702 */
  @IsOptional()
  @IsHsn()
  hsn?: string | null;

  /** Preview without any changes; false if omitted. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  dryRun?: boolean;
}

/** The values that a bulk update can change. */
export class BulkValuesView {
  /** Minor units of the currency per one unit. @example 4000 */
  ratePerUnit: number;
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  sectionId: string;
  /** @example Vegetables */
  sectionName: string;
  /** @example true */
  published: boolean;
  /** Tax class; null for that of the settings. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  taxClassId: string | null;
  /** @example 0702 */
  hsn: string | null;
}

export class BulkChangedProductView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  id: string;
  /** @example Tomatoes */
  name: string;
  /** @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** False if the product already had the new values and is not written. @example true */
  isChanged: boolean;
  /** Version after the change, needed to undo it. @example 4 */
  version: number;
  before: BulkValuesView;
  after: BulkValuesView;
}

/** The result of a bulk update or its preview, in the order of the request. */
export class BulkChangeView {
  /** True for a preview without any changes. @example false */
  dryRun: boolean;
  /** Number of changed products. @example 48 */
  changed: number;
  @ApiProperty({ maxItems: MAX_CHANGED_PRODUCTS })
  items: BulkChangedProductView[];
}

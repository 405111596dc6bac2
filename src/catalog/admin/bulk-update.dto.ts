import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MAX_RATE } from '../../platform/common/money/money.js';
import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';
import { IsId, IsOptionalNotNull } from '../../platform/http/validation/validators.js';
import { MAX_VERSION } from './admin-catalog.dto.js';

const MAX_PRODUCTS = 500;
/** Hundredths of a percent: a tenth of the rate at least, six times the rate at most. */
const RATE_CHANGE = { least: -9000, most: 50_000 } as const;
const MAX_ROUNDING = 100_000;

/** A product that is to be changed. What is said of its own stands here where each gets another value. */
export class ProductToChange {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  @IsId()
  id: string;

  /** The version that the change was made on. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** Its own new rate, in minor units of the currency. @example 4000 */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  ratePerUnit?: number;

  /** The section that it alone goes to. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptionalNotNull()
  @IsId()
  sectionId?: string;

  /** Whether shoppers shall see this one. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  published?: boolean;
}

/**
 * One change of many products: `rateBasisPoints`, `sectionId` or `published` for all of them; or none of these, and for
 * each product values of its own, as to take a change back.
 */
export class ChangeProductsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_PRODUCTS)
  // What is no object is told so by the next rule, and must not make this one fall over.
  @ArrayUnique((product?: Partial<ProductToChange>) => product?.id, {
    message: 'each product may be named once',
  })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProductToChange)
  products: ProductToChange[];

  /** By how many hundredths of a percent the rates go up, or with a minus down: 750 for 7.5 %. @example 750 */
  @IsOptionalNotNull()
  @IsInt()
  @Min(RATE_CHANGE.least)
  @Max(RATE_CHANGE.most)
  rateBasisPoints?: number;

  /**
   * Minor units that the new rates are rounded to, half up; 1 where it isn't said. A rate of less than twenty times as
   * much is rounded to whole minor units. @example 100
   */
  @IsOptionalNotNull()
  @IsInt()
  @Min(1)
  @Max(MAX_ROUNDING)
  roundTo?: number;

  /** The section that all go to. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptionalNotNull()
  @IsId()
  sectionId?: string;

  /** Whether shoppers shall see them. @example false */
  @IsOptionalNotNull()
  @IsBoolean()
  published?: boolean;

  /** Only tells what it would do; it does it where this isn't said. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  dryRun?: boolean;
}

/** What a change of many products can change of each. */
export class BulkValuesView {
  /** Minor units of the currency per one unit. @example 4000 */
  ratePerUnit: number;
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  sectionId: string;
  /** @example Vegetables */
  sectionName: string;
  /** @example true */
  published: boolean;
}

export class BulkChangedProductView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  id: string;
  /** @example Tomatoes */
  name: string;
  /** @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** False where it was so already: then nothing of it is written. @example true */
  isChanged: boolean;
  /** Its version afterwards, for whoever takes the change back. @example 4 */
  version: number;
  before: BulkValuesView;
  after: BulkValuesView;
}

/** What a change of many products did, or would do, in the order in which they were named. */
export class BulkChangeView {
  /** Whether it only tells what it would do. @example false */
  dryRun: boolean;
  /** How many are changed by it. @example 48 */
  changed: number;
  items: BulkChangedProductView[];
}

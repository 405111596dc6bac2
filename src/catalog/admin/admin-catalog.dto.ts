import { OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotIn,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MAX_RATE } from '../../platform/common/money/money.js';
import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';
import { TableQuery, type TablePage } from '../../platform/http/validation/pagination.js';
import {
  IsCalendarDate,
  IsId,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantityFromZero,
  IsQueryFlag,
} from '../../platform/http/validation/validators.js';
import { ProductView, SectionView } from '../catalog.dto.js';

export const MAX_VERSION = 2_147_483_646;

/** Of a partial body: what is left out stays as it is, and null is refused where it was. */
const NOT_NULL = { skipNullProperties: false };

export class CreateSectionBody {
  /** @example "Frozen Foods" */
  @IsString()
  @Length(1, 60)
  @IsNotBlank()
  name: string;

  /** @example "Kept at −18 °C from the factory to your door." */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(500)
  description?: string;

  /** Where it stands among the sections; last where it isn't said. @example 15 */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;
}

export class ChangeSectionBody extends PartialType(CreateSectionBody, NOT_NULL) {
  /** The version that the change was made on. @example 1 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

/** More than a store has. */
const MAX_SECTIONS = 500;

export class OrderSectionsBody {
  /** All sections there are, each once, in the order in which shoppers are to see them. @example ["01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f"] */
  @IsArray()
  @ArrayMaxSize(MAX_SECTIONS)
  @ArrayUnique()
  @IsId({ each: true })
  ids: string[];
}

/** A section as staff see it. */
export class AdminSectionView extends SectionView {
  /** Products in it that shoppers do not see. @example 3 */
  hiddenCount: number;
}

export class AdminSectionList {
  items: AdminSectionView[];
}

export class DeleteSectionQuery {
  /** The version that was seen. @example 1 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** The section that its products go to. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptional()
  @IsId()
  moveProductsTo?: string;
}

export class CreateProductBody {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsId()
  sectionId: string;

  /** @example Tomatoes */
  @IsString()
  @Length(1, 100)
  @IsNotBlank()
  name: string;

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

  /** @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;

  /** Minor units of the currency per one unit. @example 4000 */
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  ratePerUnit: number;

  /** What can be ordered is a multiple of this, in units; 1 where it isn't said. @example 0.25 */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  @IsNotIn([0], { message: 'quantityStep must be more than 0' })
  quantityStep?: number;

  /** The opening stock, in units. @example 60 */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  quantityAvailable?: number;

  /** Below this an alert goes out, in units; 0 for none. @example 10 */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  lowStockThreshold?: number;

  /** Null where nobody knows. @example 2026-01-05 */
  @IsOptional()
  @IsCalendarDate()
  manufacturedOn?: string | null;

  /** Null for what keeps. @example 2026-01-12 */
  @IsOptional()
  @IsCalendarDate()
  bestBefore?: string | null;

  /** Whether shoppers see it; they do where it isn't said. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  published?: boolean;
}

/** Stock changes by movements alone, so that the ledger holds: there is no `quantityAvailable` here. */
export class ChangeProductBody extends PartialType(
  OmitType(CreateProductBody, ['quantityAvailable'] as const),
  NOT_NULL,
) {
  /** The version that the change was made on. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

export class SeenVersionQuery {
  /** The version that was seen. @example 3 */
  @Type(() => Number)
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
  /** Words to look for; typing is forgiven. @example milk */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptional()
  @IsId()
  sectionId?: string;

  /** @example true */
  @IsOptional()
  @IsQueryFlag()
  published?: boolean;

  /** `low` for those below their threshold, `out` for those of which nothing is left. @example low */
  @IsOptional()
  @IsIn(STOCK_LEVELS)
  stock?: (typeof STOCK_LEVELS)[number];

  /** @example name */
  @IsIn(ADMIN_PRODUCT_SORTS)
  sort: (typeof ADMIN_PRODUCT_SORTS)[number] = 'name';
}

/** A product as staff see it. */
export class AdminProductView extends ProductView {
  /** Whether shoppers see it. @example true */
  published: boolean;
  /** Units. @example 10 */
  lowStockThreshold: number;
}

export class AdminProductTable implements TablePage<AdminProductView> {
  items: AdminProductView[];
  /** @example 312 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

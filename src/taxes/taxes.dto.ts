import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MAX_VERSION, NOT_NULL } from '../platform/http/validation/edits.dto.js';
import {
  IsCalendarDate,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantityFromZero,
  MaxItems,
} from '../platform/http/validation/validators.js';

export const MAX_TAX_CLASSES = 200;
export const MAX_RATES_PER_CLASS = 50;
const MAX_PERCENT = 100;

/** Rates from a day on, until the next one of the class. */
export class TaxRateBody {
  /** First day, in the store's time zone. @example 2025-09-22 */
  @IsCalendarDate()
  validFrom: string;

  /** Percent, with up to three decimals. @example 2.5 */
  @IsQuantityFromZero()
  @Max(MAX_PERCENT)
  percent: number;

  /** Cess beside the rate in the Indian GST, in percent; 0 if omitted. @example 1.5 */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  @Max(MAX_PERCENT)
  cessPercent?: number;
}

export class CreateTaxClassBody {
  /** By which files name the class; no other class has it. @example gst-18 */
  @IsString()
  @Length(1, 20)
  @Matches(/^[a-z0-9-]+$/, { message: 'code must have small letters a to z, digits and hyphens only' })
  code: string;

  /** @example "Packed food" */
  @IsString()
  @Length(1, 60)
  @IsNotBlank()
  name: string;

  /** True for goods that are never taxed; false if omitted. @example false */
  @IsOptionalNotNull()
  @IsBoolean()
  exempt?: boolean;

  /** At most one for each day. Before the first day nothing is taxed. */
  @IsOptionalNotNull()
  @IsArray()
  @MaxItems(MAX_RATES_PER_CLASS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TaxRateBody)
  rates?: TaxRateBody[];
}

export class ChangeTaxClassBody extends PartialType(
  OmitType(CreateTaxClassBody, ['rates'] as const),
  NOT_NULL,
) {
  /** Version on which the change is based. @example 1 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

export class SetTaxRatesBody {
  /** Version on which the change is based. @example 1 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** All rates of the class, at most one for each day. Before the first day nothing is taxed. */
  @IsArray()
  @MaxItems(MAX_RATES_PER_CLASS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TaxRateBody)
  rates: TaxRateBody[];
}

export class TaxRateView {
  /** First day, in the store's time zone. @example 2025-09-22 */
  validFrom: string;
  /** Percent, with up to three decimals. @example 2.5 */
  percent: number;
  /** Cess beside the rate in the Indian GST, in percent. @example 1.5 */
  cessPercent: number;
}

export class TaxClassView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  id: string;
  /** By which files name the class. @example gst-18 */
  code: string;
  /** @example "Packed food" */
  name: string;
  /** True for goods that are never taxed. @example false */
  exempt: boolean;
  /** @example 1 */
  version: number;
  /** By their days, the latest first. */
  @ApiProperty({ maxItems: MAX_RATES_PER_CLASS })
  rates: TaxRateView[];
  /** What applies today; null if nothing is taxed. */
  current: TaxRateView | null;
  /** Number of products that have the class. @example 42 */
  products: number;
}

/** All tax classes, by their codes. */
export class TaxClassList {
  @ApiProperty({ maxItems: MAX_TAX_CLASSES })
  items: TaxClassView[];
}

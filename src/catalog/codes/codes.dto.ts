import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsNotIn,
  IsObject,
  Max,
  Min,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { MAX_VERSION } from '../../platform/http/validation/edits.dto.js';
import { IsQuantityFromZero, MaxItems, validatorOf } from '../../platform/http/validation/validators.js';
import { readGtin } from './gtin.js';

export const MAX_SKU_LENGTH = 40;
export const MAX_BARCODES = 20;

/** Accepts a barcode of `readGtin`. */
export const IsGtin = (options?: ValidationOptions): PropertyDecorator =>
  validatorOf('isGtin', gtinFault, options);

function gtinFault(value: unknown): string | undefined {
  return typeof value === 'string' && readGtin(value) !== undefined
    ? undefined
    : 'must be a barcode of 8, 12, 13 or 14 digits that ends with its check digit and does not begin with 2';
}

/** A barcode, and how much of the product it means. */
export class BarcodeView {
  /** GTIN as it is printed below the bars: 8, 13 or 14 digits. @example 8901234567890 */
  code: string;
  /** Units of the product; 12 for a case of twelve. @example 1 */
  quantity: number;
}

export class BarcodeBody {
  /** GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN) or GTIN-14. @example 8901234567890 */
  @IsGtin()
  code: string;

  /** Units of the product; 12 for a case of twelve. @example 1 */
  @IsQuantityFromZero()
  @IsNotIn([0], { message: 'quantity must be more than 0' })
  quantity: number;
}

/** All barcodes of a product, replacing those it has. */
export class BarcodesBody {
  /** Version on which the change is based. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ maxItems: MAX_BARCODES })
  @IsArray()
  @MaxItems(MAX_BARCODES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BarcodeBody)
  barcodes: BarcodeBody[];
}

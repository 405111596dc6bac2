import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { MAX_CART_LINES } from '../../cart/cart.dto.js';
import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';
import {
  IsId,
  IsOptionalNotNull,
  IsQuantityFromZero,
  MaxItems,
} from '../../platform/http/validation/validators.js';
import { NewCustomer } from '../../users/users.dto.js';
import { PlaceOrderBody } from '../orders.dto.js';

/** A product and how much of it a customer wants. */
export class TakenLine {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  @IsId()
  productId: string;

  /** Units, a multiple of the product's `quantityStep`. @example 1.25 */
  @IsQuantityFromZero()
  quantity: number;

  /** Unit in which the quantity was chosen; that of the product if omitted. @example kg */
  @IsOptionalNotNull()
  @IsIn(UNIT_TYPES)
  unitType?: UnitType;
}

/** Returns the product of a line, or whatever else a client sent instead of one. */
const productOf = (line: unknown): unknown => (line as Partial<TakenLine> | null)?.productId ?? line;

export class QuoteBody {
  /** Each product once. */
  @ApiProperty({ type: [TakenLine] })
  @IsArray()
  @MaxItems(MAX_CART_LINES)
  @ArrayUnique(productOf)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TakenLine)
  lines: TakenLine[];
}

export class TakeOrderBody extends PlaceOrderBody {
  /** The customer who calls. Either this or `newCustomer`. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  @IsOptionalNotNull()
  @IsId()
  customerId?: string;

  /** A customer without an account. One is opened. */
  @IsOptionalNotNull()
  @IsObject()
  @ValidateNested()
  @Type(() => NewCustomer)
  newCustomer?: NewCustomer;

  /** Each product once. */
  @ApiProperty({ type: [TakenLine] })
  @IsArray()
  @ArrayMinSize(1)
  @MaxItems(MAX_CART_LINES)
  @ArrayUnique(productOf)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TakenLine)
  lines: TakenLine[];
}

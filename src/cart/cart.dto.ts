import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsNumber, IsObject, ValidateNested } from 'class-validator';
import { ProductView } from '../catalog/catalog.dto.js';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { IsId, IsOptionalNotNull, IsQuantity, MaxItems } from '../platform/http/validation/validators.js';
import { CHARGE_KINDS } from '../rules/pricing/quote.js';
import { ChargeView } from './charge.dto.js';

export const MAX_CART_LINES = 100;

export const CART_NOTICES = [
  'cart.price-changed',
  'cart.short-stock',
  'cart.product-gone',
  'cart.unit-changed',
  'cart.above-max-per-order',
  'cart.price-rounds-to-zero',
  'cart.quantity-step-changed',
] as const;

export class SetCartItemBody {
  /** Units, a multiple of the product's `quantityStep`. @example 1.25 */
  @IsQuantity()
  quantity: number;

  /** Unit that the shopper sees; refused if it is no longer that of the product. @example kg */
  @IsOptionalNotNull()
  @IsIn(UNIT_TYPES)
  unitType?: UnitType;
}

export class GuestCartItem {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  @IsId()
  productId: string;

  /** Units. @example 1.25 */
  @IsQuantity()
  quantity: number;

  /** Unit in which the quantity was chosen; that of the product if omitted. @example kg */
  @IsOptionalNotNull()
  @IsIn(UNIT_TYPES)
  unitType?: UnitType;
}

export class MergeCartBody {
  /** Items of the guest cart. */
  @IsArray()
  @MaxItems(MAX_CART_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GuestCartItem)
  items: GuestCartItem[];
}

/** Returns the product of an item, or whatever else a client sent instead of one. */
const productOf = (item: unknown): unknown => (item as Partial<GuestCartItem> | null)?.productId ?? item;

export class QuoteCartBody {
  /** Each product once. */
  @IsArray()
  @MaxItems(MAX_CART_LINES)
  @ArrayUnique(productOf)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GuestCartItem)
  items: GuestCartItem[];
}

/** A change that affects a line since it was added. */
export class CartNotice {
  /** @example cart.price-changed */
  @IsIn(CART_NOTICES)
  code: (typeof CART_NOTICES)[number];
  /** Old value: the rate in minor units, or the quantity in units. @example 2.5 */
  @IsNumber()
  was?: number;
  /** New value. @example 1.25 */
  @IsNumber()
  now?: number;
  /** Unit in which the quantity was chosen, if the product has another one. @example kg */
  @IsIn(UNIT_TYPES)
  unitWas?: UnitType;
  /** Unit of the product. @example piece */
  @IsIn(UNIT_TYPES)
  unitNow?: UnitType;
}

/** A line that the total leaves out. */
export class LeftOutLine {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  productId: string;
  /** @example Tomatoes */
  productName: string;
  /** Code of the notice that keeps the line from being bought. @example cart.short-stock */
  @IsIn(CART_NOTICES)
  reason: (typeof CART_NOTICES)[number];
}

export class CartItemView {
  product: ProductView;
  /** Units. @example 1.25 */
  quantity: number;
  /** Unit of the quantity. It differs from the product's if that has changed since. @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** Minor units of the currency; 0 for a line that cannot be bought as it is. @example 5000 */
  price: number;
  /** False if the line cannot be bought as it is; the notices say why. @example true */
  isBuyable: boolean;
  @ApiProperty({ maxItems: CART_NOTICES.length })
  notices: CartNotice[];
}

export class CartView {
  @ApiProperty({ maxItems: MAX_CART_LINES })
  items: CartItemView[];
  /** Sum of the prices of what can be bought, in minor units. @example 13200 */
  subtotal: number;
  /** What the order costs besides its goods; empty if nothing can be bought. */
  @ApiProperty({ maxItems: CHARGE_KINDS.length })
  charges: ChargeView[];
  /** What is to be paid: the subtotal and the charges, in minor units. @example 16200 */
  total: number;
  /**
   * Tax that the total includes, in minor units, at the rates of today and within the state. Null in a store that may not state a tax.
   * @example 1620
   */
  includedTax: number | null;
  /** Lines that cannot be bought as they are, and that the total leaves out. An order needs a cart without them. */
  @ApiProperty({ maxItems: MAX_CART_LINES })
  notInTotal: LeftOutLine[];
  /** @example INR */
  currency: string;
}

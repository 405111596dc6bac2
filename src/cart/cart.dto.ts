import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNumber, IsObject, ValidateNested } from 'class-validator';
import { ProductView } from '../catalog/catalog.dto.js';
import { IsId, IsQuantity, MaxItems } from '../platform/http/validation/validators.js';

export const MAX_CART_LINES = 100;

export const CART_NOTICES = [
  'cart.price-changed',
  'cart.short-stock',
  'cart.product-gone',
  'cart.quantity-step-changed',
] as const;

export class SetCartItemBody {
  /** Units, a multiple of the product's `quantityStep`. @example 1.25 */
  @IsQuantity()
  quantity: number;
}

export class GuestCartItem {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  @IsId()
  productId: string;

  /** Units. @example 2 */
  @IsQuantity()
  quantity: number;
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

/** A change that affects a line since it was added. */
export class CartNotice {
  /** @example cart.price-changed */
  @IsIn(CART_NOTICES)
  code: (typeof CART_NOTICES)[number];
  /** Old value: the rate in minor units, or the quantity in units. @example 4000 */
  @IsNumber()
  was?: number;
  /** New value. @example 4400 */
  @IsNumber()
  now?: number;
}

export class CartItemView {
  product: ProductView;
  /** Units. @example 1.25 */
  quantity: number;
  /** Minor units of the currency; 0 for a product that is no longer sold. @example 5000 */
  price: number;
  notices: CartNotice[];
}

export class CartView {
  items: CartItemView[];
  /** Sum of the prices, in minor units. @example 16200 */
  total: number;
  /** @example INR */
  currency: string;
}

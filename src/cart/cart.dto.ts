import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNumber, IsObject, ValidateNested } from 'class-validator';
import { ProductView } from '../catalog/catalog.dto.js';
import { IsId, IsQuantity } from '../platform/http/validation/validators.js';

export const MAX_CART_LINES = 100;

export const CART_NOTICES = [
  'cart.price-changed',
  'cart.short-stock',
  'cart.product-gone',
  'cart.quantity-step-changed',
] as const;

export class SetCartItemBody {
  /** Units, in steps of the product's own. @example 1.25 */
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
  /** What a guest had put in before signing in. */
  @IsArray()
  @ArrayMaxSize(MAX_CART_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GuestCartItem)
  items: GuestCartItem[];
}

/** Something about a line that has changed since it was put in. */
export class CartNotice {
  /** @example cart.price-changed */
  @IsIn(CART_NOTICES)
  code: (typeof CART_NOTICES)[number];
  /** What it was: the rate in minor units, or the quantity in units. @example 4000 */
  @IsNumber()
  was?: number;
  /** What it is now. @example 4400 */
  @IsNumber()
  now?: number;
}

export class CartItemView {
  product: ProductView;
  /** Units. @example 1.25 */
  quantity: number;
  /** Minor units of the currency; 0 for a product that is gone. @example 5000 */
  price: number;
  notices: CartNotice[];
}

export class CartView {
  items: CartItemView[];
  /** The sum of the prices, in minor units. @example 16200 */
  total: number;
  /** @example INR */
  currency: string;
}

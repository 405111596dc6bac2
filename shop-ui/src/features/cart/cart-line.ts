import type { Schema } from 'ui-common/api/client';
import { linePrice } from 'ui-common/money/money';
import { fromThousandths, isMultipleOf, toThousandths } from 'ui-common/quantity/quantity';

export type Product = Schema<'ProductView'>;
export type Notice = Schema<'CartNotice'>;

/** A cart line as shown on screen. */
export interface CartLine {
  readonly product: Product;
  /** Thousandths of the product's unit. */
  readonly quantity: number;
  /** Minor units. */
  readonly price: number;
  /** Changes since the product was added. */
  readonly notices: readonly Notice[];
}

/** Input for a line that the shop computes itself, before or without the server. */
export interface LineInput {
  readonly product: Product;
  /** Thousandths of the product's unit. */
  readonly quantity: number;
  /** Rate at which the product was added, in minor units. Defaults to the current rate. */
  readonly rateSeen?: number;
  /** True if the product is no longer sold. */
  readonly isUnavailable?: boolean;
}

/** Returns a line with the price and the notices that the server would return. */
export function lineOf(input: LineInput): CartLine {
  const { product, quantity, isUnavailable = false } = input;
  return {
    product,
    quantity,
    price: isUnavailable ? 0 : linePrice(product.ratePerUnit, quantity),
    notices: noticesOf(input),
  };
}

function noticesOf({
  product,
  quantity,
  rateSeen = product.ratePerUnit,
  isUnavailable = false,
}: LineInput): Notice[] {
  if (isUnavailable) return [{ code: 'cart.product-gone' }];
  const notices: Notice[] = [];
  if (product.ratePerUnit !== rateSeen) {
    notices.push({ code: 'cart.price-changed', was: rateSeen, now: product.ratePerUnit });
  }
  if (toThousandths(product.quantityAvailable) < quantity) {
    notices.push({
      code: 'cart.short-stock',
      was: fromThousandths(quantity),
      now: product.quantityAvailable,
    });
  }
  if (!isMultipleOf(toThousandths(product.quantityStep), quantity)) {
    notices.push({ code: 'cart.quantity-step-changed', now: product.quantityStep });
  }
  return notices;
}

/** Converts a cart of the API to lines. */
export function linesOf(cart: Schema<'CartView'>): CartLine[] {
  return cart.items.map(({ product, quantity, price, notices }) => ({
    product,
    quantity: toThousandths(quantity),
    price,
    notices,
  }));
}

/** Returns true if the product is no longer sold: the line has no price and blocks an order. */
export function isUnavailable(line: CartLine): boolean {
  return line.notices.some(({ code }) => code === 'cart.product-gone');
}

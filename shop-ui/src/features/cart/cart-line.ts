import type { Schema } from 'ui-common/api/client';
import { linePrice } from 'ui-common/money/money';
import { fromThousandths, isMultipleOf, toThousandths } from 'ui-common/quantity/quantity';

export type Product = Schema<'ProductView'>;
export type Notice = Schema<'CartNotice'>;

/** A product in the cart, as the screen shows it. */
export interface CartLine {
  readonly product: Product;
  /** Thousandths of the product's unit. */
  readonly quantity: number;
  /** Minor units. */
  readonly price: number;
  /** What has changed since it was put in. */
  readonly notices: readonly Notice[];
}

/** How a line came to be, for what the shop reckons itself before or without the server. */
export interface Put {
  readonly product: Product;
  /** Thousandths of the product's unit. */
  readonly quantity: number;
  /** The rate when it was put in, in minor units; where it is left out, today's. */
  readonly rateSeen?: number;
  /** Whether it is no longer sold. */
  readonly isGone?: boolean;
}

/** A line with its price and its notices, which are those that the server would give. */
export function lineOf(put: Put): CartLine {
  const { product, quantity, isGone = false } = put;
  return {
    product,
    quantity,
    price: isGone ? 0 : linePrice(product.ratePerUnit, quantity),
    notices: noticesOf(put),
  };
}

function noticesOf({ product, quantity, rateSeen = product.ratePerUnit, isGone = false }: Put): Notice[] {
  if (isGone) return [{ code: 'cart.product-gone' }];
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

/** The lines of a cart as the server answers it. */
export function linesOf(cart: Schema<'CartView'>): CartLine[] {
  return cart.items.map(({ product, quantity, price, notices }) => ({
    product,
    quantity: toThousandths(quantity),
    price,
    notices,
  }));
}

/** Whether shoppers can no longer buy it: it has no price, and no order takes it. */
export function isGone(line: CartLine): boolean {
  return line.notices.some(({ code }) => code === 'cart.product-gone');
}

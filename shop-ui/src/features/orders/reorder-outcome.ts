import type { Schema } from 'ui-common/api/client';
import type { Order } from './order-status';

type Cart = Schema<'CartView'>;

/** Result of a reorder, as product names. */
export interface ReorderOutcome {
  /** In the cart in the ordered quantity. */
  readonly added: readonly string[];
  /** In the cart, but the stock is below the ordered quantity. */
  readonly short: readonly string[];
  /** In the cart, but to be looked at: sold in other amounts or another unit now. */
  readonly changed: readonly string[];
  /** No longer sold. */
  readonly unavailable: readonly string[];
}

/** Compares an order with the cart after a reorder. */
export function reorderOutcome({ items }: Pick<Order, 'items'>, cart: Pick<Cart, 'items'>): ReorderOutcome {
  const inCart = new Map(cart.items.map((item) => [item.product.id, item]));
  const outcome = {
    added: [] as string[],
    short: [] as string[],
    changed: [] as string[],
    unavailable: [] as string[],
  };
  for (const { productId, productName } of items) {
    const item = inCart.get(productId);
    const notices = item?.notices.map(({ code }) => code);
    if (notices === undefined || notices.includes('cart.product-gone')) outcome.unavailable.push(productName);
    else if (notices.includes('cart.short-stock')) outcome.short.push(productName);
    else if (item?.isBuyable === false) outcome.changed.push(productName);
    else outcome.added.push(productName);
  }
  return outcome;
}

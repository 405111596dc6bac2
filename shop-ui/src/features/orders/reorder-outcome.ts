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

/** Compares an order with the cart after a reorder. @param nameOf returns the name of an item in the user's language */
export function reorderOutcome(
  { items }: Pick<Order, 'items'>,
  cart: Pick<Cart, 'items'>,
  nameOf: (item: Order['items'][number]) => string,
): ReorderOutcome {
  const inCart = new Map(cart.items.map((item) => [item.product.id, item]));
  const outcome = {
    added: [] as string[],
    short: [] as string[],
    changed: [] as string[],
    unavailable: [] as string[],
  };
  for (const ordered of items) {
    const item = inCart.get(ordered.productId);
    const name = nameOf(ordered);
    const notices = item?.notices.map(({ code }) => code);
    if (notices === undefined || notices.includes('cart.product-gone')) outcome.unavailable.push(name);
    else if (notices.includes('cart.short-stock')) outcome.short.push(name);
    else if (item?.isBuyable === false) outcome.changed.push(name);
    else outcome.added.push(name);
  }
  return outcome;
}

import type { Schema } from 'ui-common/api/client';
import type { Order } from './order-status';

type Cart = Schema<'CartView'>;

/** What has become of an order's products when they were put into the cart again. Names of products. */
export interface ReorderOutcome {
  /** In the cart as they were ordered. */
  readonly added: readonly string[];
  /** In the cart, but the store has less than was ordered. */
  readonly short: readonly string[];
  /** No longer sold. */
  readonly gone: readonly string[];
}

/** Compares an old order with the cart that reordering has made. */
export function reorderOutcome({ items }: Pick<Order, 'items'>, cart: Pick<Cart, 'items'>): ReorderOutcome {
  const inCart = new Map(cart.items.map((item) => [item.product.id, item]));
  const outcome = { added: [] as string[], short: [] as string[], gone: [] as string[] };
  for (const { productId, productName } of items) {
    const notices = inCart.get(productId)?.notices.map(({ code }) => code);
    if (notices === undefined || notices.includes('cart.product-gone')) outcome.gone.push(productName);
    else if (notices.includes('cart.short-stock')) outcome.short.push(productName);
    else outcome.added.push(productName);
  }
  return outcome;
}

import { lineOf, type CartLine, type Product } from '../cart-line';
import { isProduct, isQuantity, isRecord } from '../guest/product-snapshot';

/** A change of the cart that the server has not answered yet. */
export interface Change {
  /** Tells it from a later change of the same product. */
  readonly id: string;
  readonly product: Product;
  /** How much there shall be, in thousandths, whatever there was: sending it twice changes nothing. 0 takes it out. */
  readonly quantity: number;
}

/** In the order in which they are sent; of each product at most one. */
export type Queue = readonly Change[];

/** The queue with one more change: what waited for the same product need no longer be sent. */
export function withChange(queue: Queue, change: Change): Queue {
  return [...queue.filter(({ product }) => product.id !== change.product.id), change];
}

/** The queue without a change that was answered. A later one of the same product stays. */
export function withoutChange(queue: Queue, change: Change): Queue {
  return queue.filter(({ id }) => id !== change.id);
}

/** What the cart will be once all that waits is done. */
export function overlaid(lines: readonly CartLine[], queue: Queue): readonly CartLine[] {
  return queue.reduce(
    (shown, { product, quantity }) => {
      if (quantity === 0) return shown.filter((line) => line.product.id !== product.id);
      const at = shown.findIndex((line) => line.product.id === product.id);
      const line = lineOf({ product: shown[at]?.product ?? product, quantity });
      return at < 0 ? [...shown, line] : shown.with(at, line);
    },
    [...lines],
  );
}

/** The queue as the browser kept it; what has another shape is passed over. */
export function readQueue(kept: unknown): Queue {
  return Array.isArray(kept) ? kept.filter(isChange) : [];
}

function isChange(value: unknown): value is Change {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    isProduct(value['product']) &&
    isQuantity(value['quantity'], 0)
  );
}

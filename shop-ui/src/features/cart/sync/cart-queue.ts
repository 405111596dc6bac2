import { lineOf, type CartLine, type Product } from '../cart-line';
import { isProduct, isQuantity, isRecord } from '../guest/product-snapshot';

/** A cart change that the server has not acknowledged yet. */
export interface Change {
  /** Distinguishes the change from a later one for the same product. */
  readonly id: string;
  readonly product: Product;
  /** New quantity in thousandths; 0 removes the product. Absolute, so that a repeated send has no effect. */
  readonly quantity: number;
}

/** Changes in send order, at most one per product. */
export type Queue = readonly Change[];

/** Appends a change and drops an earlier one for the same product. */
export function withChange(queue: Queue, change: Change): Queue {
  return [...queue.filter(({ product }) => product.id !== change.product.id), change];
}

/** Removes an acknowledged change. A later one for the same product stays. */
export function withoutChange(queue: Queue, change: Change): Queue {
  return queue.filter(({ id }) => id !== change.id);
}

/** Returns the lines with all queued changes applied. */
export function applyQueue(lines: readonly CartLine[], queue: Queue): readonly CartLine[] {
  return queue.reduce(
    (shown, { product, quantity }) => {
      if (quantity === 0) return shown.filter((line) => line.product.id !== product.id);
      const at = shown.findIndex((line) => line.product.id === product.id);
      const line = lineOf({ product: shown[at]?.product ?? product, quantity, unitSeen: product.unitType });
      return at < 0 ? [...shown, line] : shown.with(at, line);
    },
    [...lines],
  );
}

/** Reads a stored queue and ignores invalid changes. */
export function readQueue(stored: unknown): Queue {
  return Array.isArray(stored) ? stored.filter(isChange) : [];
}

function isChange(value: unknown): value is Change {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    isProduct(value['product']) &&
    isQuantity(value['quantity'], 0)
  );
}

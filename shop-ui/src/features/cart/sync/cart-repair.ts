import { maxOrderable, toStep, toThousandths } from 'ui-common/quantity/quantity';
import { isUnavailable, type CartLine } from '../cart-line';

/** A change that makes a line orderable. */
export interface Repair {
  readonly line: CartLine;
  /** New quantity in thousandths; 0 removes the line. */
  readonly quantity: number;
}

/** Returns the change that makes a line orderable; undefined if none is needed. */
export function repairOf(line: CartLine): Repair | undefined {
  const step = toThousandths(line.product.quantityStep);
  const maxQuantity = maxOrderable(step, toThousandths(line.product.quantityAvailable));
  if (isUnavailable(line) || maxQuantity === 0) return { line, quantity: 0 };
  const quantity = toStep(line.quantity, step, maxQuantity);
  return quantity === line.quantity ? undefined : { line, quantity };
}

/** Returns all changes that make a cart orderable. */
export function repairsOf(lines: readonly CartLine[]): Repair[] {
  return lines.map(repairOf).filter((repair) => repair !== undefined);
}

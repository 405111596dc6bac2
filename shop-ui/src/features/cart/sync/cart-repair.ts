import { toStep, toThousandths } from 'ui-common/quantity/quantity';
import { mostToBuy } from 'ui-common/quantity/max-quantity';
import { hasOtherUnit, isUnavailable, type CartLine, type Product } from '../cart-line';

/** A change that makes a line orderable. */
export interface Repair {
  readonly line: CartLine;
  /** New quantity in thousandths; 0 removes the line. */
  readonly quantity: number;
}

/** Returns the change that makes a line orderable; undefined if none is needed. */
export function repairOf(line: CartLine): Repair | undefined {
  const step = toThousandths(line.product.quantityStep);
  const most = mostToBuy(line.product);
  if (isUnavailable(line) || most === 0) return { line, quantity: 0 };
  // A quantity in another unit says nothing about this one: offer the least.
  if (hasOtherUnit(line)) return { line, quantity: step };
  const quantity = toStep(Math.max(line.quantity, leastWithPrice(line.product)), step, most);
  return quantity === line.quantity ? undefined : { line, quantity };
}

/** Returns the smallest quantity, in whole steps, whose price does not round to zero. In thousandths. */
function leastWithPrice({ ratePerUnit, quantityStep }: Product): number {
  const step = toThousandths(quantityStep);
  return ratePerUnit === 0 ? step : Math.ceil(500 / ratePerUnit / step) * step;
}

/** Returns all changes that make a cart orderable. */
export function repairsOf(lines: readonly CartLine[]): Repair[] {
  return lines.map(repairOf).filter((repair) => repair !== undefined);
}

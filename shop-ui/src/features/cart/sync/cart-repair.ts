import { mostOf, toStep, toThousandths } from 'ui-common/quantity/quantity';
import { isGone, type CartLine } from '../cart-line';

/** What would make a line one that can be ordered. */
export interface Repair {
  readonly line: CartLine;
  /** How much of it there would be, in thousandths; 0 takes it out. */
  readonly quantity: number;
}

/** What must be done with a line before it can be ordered; undefined where nothing must. */
export function repairOf(line: CartLine): Repair | undefined {
  const step = toThousandths(line.product.quantityStep);
  const most = mostOf(step, toThousandths(line.product.quantityAvailable));
  if (isGone(line) || most === 0) return { line, quantity: 0 };
  const quantity = toStep(line.quantity, step, most);
  return quantity === line.quantity ? undefined : { line, quantity };
}

/** What must be done with a cart before it can be ordered. */
export function repairsOf(lines: readonly CartLine[]): Repair[] {
  return lines.map(repairOf).filter((repair) => repair !== undefined);
}

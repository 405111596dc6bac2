import { mostOf, toStep, type UnitType } from 'ui-common/quantity/quantity';
import { readQuantity } from 'ui-common/quantity/typed-quantity';

/** How a product is sold. Quantities in thousandths. */
export interface Sold {
  readonly unitType: UnitType;
  readonly step: number;
  readonly available: number;
}

export interface Chosen {
  /** Thousandths; 0 for none. */
  readonly quantity: number;
  /** What a shopper must be told where it is not what was typed. */
  readonly because?: 'steps' | 'stock';
}

/** What can be ordered of what a shopper typed; undefined where it means nothing. */
export function chosenQuantity(typed: string, { unitType, step, available }: Sold): Chosen | undefined {
  if (/^\s*[0०]+\s*$/.test(typed)) return { quantity: 0 };
  const wanted = readQuantity(typed, unitType);
  if (wanted === undefined) return undefined;
  const quantity = toStep(wanted, step, available);
  if (quantity === wanted) return { quantity };
  return { quantity, because: wanted > mostOf(step, available) ? 'stock' : 'steps' };
}

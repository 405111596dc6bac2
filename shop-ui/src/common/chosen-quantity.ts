import { maxOrderable, toStep, type UnitType } from 'ui-common/quantity/quantity';
import { readQuantity } from 'ui-common/quantity/typed-quantity';

/** Unit, step and stock of a product. Quantities in thousandths. */
export interface SaleTerms {
  readonly unitType: UnitType;
  readonly step: number;
  readonly available: number;
}

export interface Chosen {
  /** Thousandths; 0 for none. */
  readonly quantity: number;
  /** Reason why the quantity differs from the input. */
  readonly reason?: 'steps' | 'stock';
}

/** Returns the orderable quantity for a typed text; undefined if the text is unreadable. */
export function chosenQuantity(typed: string, { unitType, step, available }: SaleTerms): Chosen | undefined {
  if (/^\s*[0०]+\s*$/.test(typed)) return { quantity: 0 };
  const requested = readQuantity(typed, unitType);
  if (requested === undefined) return undefined;
  const quantity = toStep(requested, step, available);
  if (quantity === requested) return { quantity };
  return { quantity, reason: requested > maxOrderable(step, available) ? 'stock' : 'steps' };
}

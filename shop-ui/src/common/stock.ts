import type { Schema } from 'ui-common/api/client';
import { toThousandths } from 'ui-common/quantity/quantity';

/** How many steps of a product are few. */
const FEW_STEPS = 5;

interface Stock {
  /** Thousandths of the product's unit that can still be ordered: whole steps. */
  readonly left: number;
  readonly isSoldOut: boolean;
  /** There is some, and soon there may be none. */
  readonly isFew: boolean;
}

/** What is left of a product for those who order. */
export function stockOf({
  quantityAvailable,
  quantityStep,
}: Pick<Schema<'ProductView'>, 'quantityAvailable' | 'quantityStep'>): Stock {
  const step = toThousandths(quantityStep);
  const steps = Math.floor(toThousandths(quantityAvailable) / step);
  return { left: steps * step, isSoldOut: steps === 0, isFew: steps > 0 && steps <= FEW_STEPS };
}

import type { Schema } from 'ui-common/api/client';
import { toThousandths } from 'ui-common/quantity/quantity';

/** Maximum number of remaining steps that counts as low stock. */
const MAX_LOW_STOCK_STEPS = 5;

interface Stock {
  /** Orderable stock in thousandths of the product's unit, in whole steps. */
  readonly left: number;
  readonly isSoldOut: boolean;
  /** True if some stock is left, but not much. */
  readonly isFew: boolean;
}

/** Returns the orderable stock of a product. */
export function stockOf({
  quantityAvailable,
  quantityStep,
}: Pick<Schema<'ProductView'>, 'quantityAvailable' | 'quantityStep'>): Stock {
  const step = toThousandths(quantityStep);
  const steps = Math.floor(toThousandths(quantityAvailable) / step);
  return { left: steps * step, isSoldOut: steps === 0, isFew: steps > 0 && steps <= MAX_LOW_STOCK_STEPS };
}

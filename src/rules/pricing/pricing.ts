import { linePrice } from '../../platform/common/money/money.js';
import { fromThousandths, isMultipleOf } from '../../platform/common/money/quantity.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import { PriceRoundsToZero, QuantityStepBroken } from './pricing.errors.js';

/** What of a product its price depends on. Rate in minor units, step in thousandths. */
export interface Priced {
  readonly name: string;
  readonly unitType: UnitType;
  readonly ratePerUnit: number;
  readonly quantityStep: number;
}

/**
 * The price of a quantity of a product, in minor units.
 *
 * @param quantity thousandths of the product's unit
 * @throws QuantityStepBroken where the quantity is no positive multiple of the product's step
 * @throws PriceRoundsToZero where the product costs something and this little of it would not
 */
export function priceOf(product: Priced, quantity: number): number {
  if (!isMultipleOf(product.quantityStep, quantity)) {
    throw new QuantityStepBroken(product.name, fromThousandths(product.quantityStep), product.unitType);
  }
  const price = linePrice(product.ratePerUnit, quantity);
  if (price === 0 && product.ratePerUnit > 0) throw new PriceRoundsToZero(product.name);
  return price;
}

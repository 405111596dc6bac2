import { linePrice } from '../../platform/common/money/money.js';
import { fromThousandths, isMultipleOf } from '../../platform/common/money/quantity.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import { PriceRoundsToZero, QuantityStepBroken } from './pricing.errors.js';

/** The properties of a product that determine its price. Rate in minor units, step in thousandths. */
export interface PricedProduct {
  readonly name: string;
  readonly unitType: UnitType;
  readonly ratePerUnit: number;
  readonly quantityStep: number;
}

/**
 * Returns the price of a quantity of a product, in minor units.
 *
 * @param quantity thousandths of the product's unit
 * @throws QuantityStepBroken if the quantity is not a positive multiple of the product's step
 * @throws PriceRoundsToZero if the product is not free, but the price of this quantity rounds to zero
 */
export function priceOf(product: PricedProduct, quantity: number): number {
  if (!isMultipleOf(product.quantityStep, quantity)) {
    throw new QuantityStepBroken(product.name, fromThousandths(product.quantityStep), product.unitType);
  }
  const price = linePrice(product.ratePerUnit, quantity);
  if (price === 0 && product.ratePerUnit > 0) throw new PriceRoundsToZero(product.name);
  return price;
}

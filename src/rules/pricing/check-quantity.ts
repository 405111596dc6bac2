import { fromThousandths, isMultipleOf } from '../../platform/common/money/quantity.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import { maxQuantityOf } from './max-quantity.js';
import { pricingErrors } from './pricing.errors.js';
import { linePrice } from './quote.js';

/** The properties of a product that decide which quantities of it can be ordered. */
export interface OrderableProduct {
  readonly name: string;
  readonly unitType: UnitType;
  readonly ratePerUnit: number;
  /** Thousandths of the unit. */
  readonly quantityStep: number;
  /** Thousandths of the unit; null for the usual limit of the unit. */
  readonly maxPerOrder: number | null;
}

/**
 * Checks that a quantity of a product can be ordered.
 *
 * @param quantity thousandths of the product's unit
 * @throws catalog.quantity-step if the quantity is not a positive multiple of the product's step
 * @throws catalog.above-max-per-order if one order cannot have so much of the product
 * @throws catalog.price-rounds-to-zero if the product is not free, but the price of this quantity rounds to zero
 */
export function checkQuantity(product: OrderableProduct, quantity: number): void {
  const { name, unitType, ratePerUnit, quantityStep } = product;
  if (!isMultipleOf(quantityStep, quantity)) {
    throw pricingErrors['quantity-step']({
      productName: name,
      quantityStep: fromThousandths(quantityStep),
      unitType,
    });
  }
  const maxQuantity = maxQuantityOf(product);
  if (quantity > maxQuantity) {
    throw pricingErrors['above-max-per-order']({
      productName: name,
      maxQuantity: fromThousandths(maxQuantity),
      unitType,
    });
  }
  if (roundsToZero(ratePerUnit, quantity)) {
    throw pricingErrors['price-rounds-to-zero']({ productName: name });
  }
}

/** Returns true if a product that is not free would cost nothing in this quantity. */
export function roundsToZero(ratePerUnit: number, quantity: number): boolean {
  return ratePerUnit > 0 && linePrice(ratePerUnit, quantity) === 0;
}

import { DomainError } from '../../platform/common/domain-error.js';

/** The quantity is not a positive multiple of the product's step. */
export class QuantityStepBroken extends DomainError {
  readonly code = 'catalog.quantity-step';
  readonly kind = 'rule';
  readonly title = 'Quantity cannot be ordered';

  /** @param quantityStep in units */
  constructor(productName: string, quantityStep: number, unitType: string) {
    const message = `${productName} is sold in steps of ${quantityStep} ${unitType}.`;
    super(message, {
      quantityStep,
      unitType,
      errors: [{ field: 'quantity', code: 'catalog.quantity-step', message }],
    });
  }
}

/** The price of the quantity would round to zero. */
export class PriceRoundsToZero extends DomainError {
  readonly code = 'catalog.price-rounds-to-zero';
  readonly kind = 'rule';
  readonly title = 'Quantity too small';

  constructor(productName: string) {
    const message = `The quantity of ${productName} is so small that its price rounds to zero.`;
    super(message, { errors: [{ field: 'quantity', code: 'catalog.price-rounds-to-zero', message }] });
  }
}

import { DomainError } from '../../platform/common/domain-error.js';

/** The quantity is no positive multiple of what the product is sold in. */
export class QuantityStepBroken extends DomainError {
  readonly code = 'catalog.quantity-step';
  readonly kind = 'rule';
  readonly title = 'Not a quantity that can be ordered';

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

/** So little of a product that its price would round to nothing. */
export class PriceRoundsToZero extends DomainError {
  readonly code = 'catalog.price-rounds-to-zero';
  readonly kind = 'rule';
  readonly title = 'Too little to have a price';

  constructor(productName: string) {
    const message = `The price of so little ${productName} rounds to zero.`;
    super(message, { errors: [{ field: 'quantity', code: 'catalog.price-rounds-to-zero', message }] });
  }
}

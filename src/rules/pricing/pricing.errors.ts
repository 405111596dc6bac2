import { defineErrors } from '../../platform/common/errors/define-errors.js';

interface BrokenStep {
  readonly productName: string;
  /** In units. */
  readonly quantityStep: number;
  readonly unitType: string;
}

interface AboveMax {
  readonly productName: string;
  /** In units. */
  readonly maxQuantity: number;
  readonly unitType: string;
}

export const pricingErrors = defineErrors('catalog', {
  /** The quantity is not a positive multiple of the product's step. */
  'quantity-step': {
    kind: 'rule',
    title: 'Quantity cannot be ordered',
    detail: stepMessage,
    extensions: (broken: BrokenStep) => ({
      quantityStep: broken.quantityStep,
      unitType: broken.unitType,
      errors: [{ field: 'quantity', code: 'catalog.quantity-step', message: stepMessage(broken) }],
    }),
  },
  /** The quantity is more than one order can have of the product. */
  'above-max-per-order': {
    kind: 'rule',
    title: 'Quantity too large for one order',
    detail: maxMessage,
    extensions: (broken: AboveMax) => ({
      maxQuantity: broken.maxQuantity,
      unitType: broken.unitType,
      errors: [{ field: 'quantity', code: 'catalog.above-max-per-order', message: maxMessage(broken) }],
    }),
  },
  /** The price of the quantity would round to zero. */
  'price-rounds-to-zero': {
    kind: 'rule',
    title: 'Quantity too small',
    detail: zeroMessage,
    extensions: (product: { productName: string }) => ({
      errors: [{ field: 'quantity', code: 'catalog.price-rounds-to-zero', message: zeroMessage(product) }],
    }),
  },
});

function stepMessage({ productName, quantityStep, unitType }: BrokenStep): string {
  return `${productName} is sold in steps of ${quantityStep} ${unitType}.`;
}

function maxMessage({ productName, maxQuantity, unitType }: AboveMax): string {
  return `One order can have at most ${maxQuantity} ${unitType} of ${productName}.`;
}

function zeroMessage({ productName }: { productName: string }): string {
  return `The quantity of ${productName} is so small that its price rounds to zero.`;
}

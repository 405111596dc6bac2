import { defineErrors } from '../platform/common/errors/define-errors.js';
import type { UnitType } from '../platform/common/money/unit-type.js';

interface ChangedUnit {
  readonly productName: string;
  readonly unitWas: UnitType;
  readonly unitNow: UnitType;
}

export const cartErrors = defineErrors('cart', {
  'too-large': {
    kind: 'rule',
    title: 'The cart is full',
    detail: ({ maxLines }: { maxLines: number }) => `A cart holds ${maxLines} different products at most.`,
    extensions: ({ maxLines }: { maxLines: number }) => ({ maxLines }),
  },
  /** The quantity was chosen in another unit than the one in which the product is sold now. */
  'unit-changed': {
    kind: 'conflict',
    title: 'The product is sold in another unit now',
    detail: ({ productName, unitWas, unitNow }: ChangedUnit) =>
      `${productName} was sold by the ${unitWas}, and is sold by the ${unitNow} now. Choose a quantity again.`,
    extensions: ({ unitWas, unitNow }: ChangedUnit) => ({ unitWas, unitNow }),
  },
});

import { defineErrors } from '../platform/common/errors/define-errors.js';

/** An order line that exceeds the stock. Quantities in units. */
export interface Shortage {
  readonly productId: string;
  readonly productName: string;
  readonly requested: number;
  readonly available: number;
}

interface Shortages {
  readonly lines: readonly Shortage[];
}

export const stockErrors = defineErrors('catalog', {
  'product-not-found': {
    kind: 'not-found',
    title: 'No such product',
    detail: 'There is no such product, or it is no longer sold.',
  },
  'out-of-stock': {
    kind: 'conflict',
    title: 'Not enough in stock',
    detail: ({ lines }: Shortages) => `There is not enough of ${lines.map(nameWithRest).join(', ')}.`,
    extensions: ({ lines }: Shortages) => ({ lines }),
  },
  'stock-below-zero': {
    kind: 'conflict',
    title: 'Stock cannot go below zero',
    detail: ({ available }: { available: number }) =>
      `Only ${available} are in stock; no more than that can be removed.`,
    /** @param available in units */
    extensions: ({ available }: { available: number }) => ({ available }),
  },
  'stock-too-large': {
    kind: 'rule',
    title: 'Stock limit exceeded',
    detail: 'The stock of one product may be at most 1,000,000,000.',
  },
});

function nameWithRest({ productName, available }: Shortage): string {
  return `${productName} (${available} left)`;
}

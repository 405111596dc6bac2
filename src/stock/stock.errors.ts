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

/** A count of less than is promised, in units. */
interface CountShortage {
  readonly counted: number;
  readonly promised: number;
  readonly short: number;
}

/** The stock of a product now, in units. */
interface StockNow {
  readonly quantityOnHand: number;
  readonly quantityPromised: number;
  readonly quantityAvailable: number;
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
  'count-below-promised': {
    kind: 'conflict',
    title: 'Less counted than promised',
    detail: ({ counted, promised, short }: CountShortage) =>
      `${counted} were counted, and ${promised} are promised to orders that have not left the store: ${short} are short. ` +
      'Cancel such orders and count again, or accept the shortage: then nothing more is sold until the next count.',
    extensions: (shortage: CountShortage) => ({ ...shortage }),
  },
  'stock-changed': {
    kind: 'conflict',
    title: 'The stock has changed',
    detail: ({ quantityOnHand }: StockNow) =>
      `${quantityOnHand} are on hand now. Count again, and send the count with what is on hand now.`,
    extensions: (stock: StockNow) => ({ ...stock }),
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

import { fromThousandths } from '../platform/common/money/quantity.js';
import { stockErrors } from './stock.errors.js';

/** The stock of a product when it was counted, in thousandths of its unit. */
export interface CountedStock {
  readonly available: number;
  readonly promised: number;
}

/** A count of what is in the store, in thousandths of the product's unit. */
export interface StockCount {
  /** On hand: everything in the store, including the goods of orders that have not left. */
  readonly counted: number;
  /** What was on hand when the person who counted looked; undefined if that is not known. */
  readonly seenOnHand?: number | undefined;
  /** True to accept that less was counted than is promised. */
  readonly acceptsShortage?: boolean | undefined;
}

/**
 * Returns the quantity available after a count: what was counted without what is promised. If less was counted than is promised
 * and the shortage is accepted, nothing is available until the product is counted again.
 *
 * @throws catalog.stock-changed if something else was on hand when the person who counted looked;
 *   catalog.count-below-promised
 */
export function availableAfterCount({ available, promised }: CountedStock, count: StockCount): number {
  const { counted, seenOnHand, acceptsShortage } = count;
  const onHand = available + promised;
  if (seenOnHand !== undefined && seenOnHand !== onHand) {
    throw stockErrors['stock-changed']({
      quantityOnHand: fromThousandths(onHand),
      quantityPromised: fromThousandths(promised),
      quantityAvailable: fromThousandths(available),
    });
  }
  if (counted < promised && acceptsShortage !== true) {
    throw stockErrors['count-below-promised']({
      counted: fromThousandths(counted),
      promised: fromThousandths(promised),
      short: fromThousandths(promised - counted),
    });
  }
  return Math.max(0, counted - promised);
}

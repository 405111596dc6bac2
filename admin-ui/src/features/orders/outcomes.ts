import type { Outcome } from './orders';

/** How it went with several orders. */
export interface Tally {
  /** The ids of those that were moved. */
  readonly moved: readonly string[];
  /** The number of the only one that was asked for, where it was moved. */
  readonly number: string | undefined;
  readonly refused: number;
}

/** What there is to tell of outcomes: one order by its number, several by how many there are. */
export function tallyOf(outcomes: readonly Pick<Outcome, 'orderId' | 'order' | 'problem'>[]): Tally {
  const moved = outcomes.filter(({ problem }) => problem === null);
  return {
    moved: moved.map(({ orderId }) => orderId),
    number: outcomes.length === 1 ? moved[0]?.order?.number : undefined,
    refused: outcomes.length - moved.length,
  };
}

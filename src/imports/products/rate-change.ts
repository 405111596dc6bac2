/** A rate that changes more than this many times is rather a mistake than a new price. */
const MAX_FACTOR = 5;

/** What a person must confirm about the rate of a row. */
export type RateNotice = 'rate-changed-fivefold';

export const RATE_NOTICES = ['rate-changed-fivefold'] as const satisfies readonly RateNotice[];

/**
 * Returns the notice of a rate that rises or falls more than fivefold, or null. Any change from or to zero is one.
 *
 * @param before minor units; undefined for a new product
 * @param after minor units
 */
export function rateNotice(before: number | undefined, after: number): RateNotice | null {
  if (before === undefined) return null;
  return after > before * MAX_FACTOR || before > after * MAX_FACTOR ? 'rate-changed-fivefold' : null;
}

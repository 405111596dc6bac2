import { MINUTE_MS, SECOND_MS } from '../../platform/common/durations.js';

/** How failures delay the next attempt. */
export interface Delay {
  /** Number of failures without a delay. */
  readonly freeFailures: number;
  readonly maxDelayMs: number;
}

/**
 * Delays by what is counted: failures of one guesser at one account, and the wide limits of an account and of an address. The
 * free failures of one guesser allow mistyped passwords. The wide limits stop guessing from many addresses, and at many
 * accounts. Others can reach them on purpose, so their delay is short.
 */
export const DELAYS = {
  own: { freeFailures: 5, maxDelayMs: 15 * MINUTE_MS },
  account: { freeFailures: 50, maxDelayMs: MINUTE_MS },
  address: { freeFailures: 50, maxDelayMs: MINUTE_MS },
} as const satisfies Readonly<Record<string, Delay>>;

/**
 * Returns the delay after this number of failures, in milliseconds: none for the free ones, then 1 s, 2 s, 4 s and so
 * on, up to the maximum.
 */
export function delayAfter(failures: number, { freeFailures, maxDelayMs }: Delay): number {
  if (failures <= freeFailures) return 0;
  return Math.min(SECOND_MS * 2 ** (failures - freeFailures - 1), maxDelayMs);
}

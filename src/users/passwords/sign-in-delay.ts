import { MINUTE_MS, SECOND_MS } from '../../platform/common/durations.js';

const MAX_DELAY_MS = 15 * MINUTE_MS;

/** Number of failures without a delay, so that a mistyped password costs nothing. */
export const FREE_FAILURES = { account: 5, address: 20 } as const;

/**
 * Returns the delay after this number of failures, in milliseconds: none for the free ones, then 1 s, 2 s, 4 s and so
 * on, up to 15 minutes.
 */
export function delayAfter(failures: number, freeFailures: number): number {
  if (failures <= freeFailures) return 0;
  return Math.min(SECOND_MS * 2 ** (failures - freeFailures - 1), MAX_DELAY_MS);
}

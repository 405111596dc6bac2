const MAX_DELAY_MS = 15 * 60_000;

/** Failures that cost nothing yet, so that who mistypes is not made to wait. */
export const FREE_FAILURES = { account: 5, address: 20 } as const;

/**
 * How long to wait after so many failures, in milliseconds: nothing for the free ones, then 1 s, 2 s, 4 s and so on,
 * but never more than a quarter of an hour.
 */
export function delayAfter(failures: number, free: number): number {
  if (failures <= free) return 0;
  return Math.min(1000 * 2 ** (failures - free - 1), MAX_DELAY_MS);
}

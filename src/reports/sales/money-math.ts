import { dividedHalfUp } from '../../rules/pricing/rounding.js';

/**
 * Divides an amount by a count, rounded half up; 0 if the count is 0. BigInt keeps floats away from money.
 *
 * @param amount minor units of the currency, 0 or more
 */
export function average(amount: number, count: number): number {
  if (count === 0) return 0;
  return dividedHalfUp(BigInt(amount), BigInt(count));
}

/** Returns the value of a quantity at a rate, rounded half up, in minor units: like a line's price, but of any size. */
export function worth(ratePerUnit: number, thousandths: number): number {
  return Number((BigInt(ratePerUnit) * BigInt(thousandths) + 500n) / 1000n);
}

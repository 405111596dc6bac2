import { linePrice } from 'ui-common/money/quote';
import type { UnitType } from 'ui-common/quantity/quantity';

/** Grams and milliliters are so small that shops show the rate per hundred. */
const SMALL_UNITS: ReadonlySet<UnitType> = new Set(['g', 'ml']);
const HUNDRED = 100_000;
const ONE = 1000;

/**
 * Returns the quantity for which the rate is shown, and the price of that quantity.
 *
 * @param ratePerUnit minor units for one unit
 * @returns `per` in thousandths of the unit, `rate` in minor units
 */
export function displayRate(
  ratePerUnit: number,
  unit: UnitType,
): { readonly per: number; readonly rate: number } {
  const per = SMALL_UNITS.has(unit) ? HUNDRED : ONE;
  return { per, rate: linePrice(ratePerUnit, per) };
}

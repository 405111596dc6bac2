import { linePrice } from 'ui-common/money/money';
import type { UnitType } from 'ui-common/quantity/quantity';

/** Grams and millilitres are so small that shops tell the rate of a hundred. */
const SMALL: ReadonlySet<UnitType> = new Set(['g', 'ml']);
const HUNDRED = 100_000;
const ONE = 1000;

/**
 * For how much of a product the rate is told, and what so much costs.
 *
 * @param ratePerUnit minor units for one unit
 * @returns `per` in thousandths of the unit, `rate` in minor units
 */
export function toldRate(
  ratePerUnit: number,
  unit: UnitType,
): { readonly per: number; readonly rate: number } {
  const per = SMALL.has(unit) ? HUNDRED : ONE;
  return { per, rate: linePrice(ratePerUnit, per) };
}

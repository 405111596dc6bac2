import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';

/** Most of a product that one order can have, in units, unless the product has a limit of its own. */
export const USUAL_MAX_PER_ORDER: Readonly<Record<UnitType, number>> = {
  kg: 50,
  g: 10_000,
  l: 50,
  ml: 10_000,
  piece: 200,
  pack: 100,
  dozen: 50,
  bunch: 100,
};

/** The properties of a product that decide how much of it one order can have. Quantities in thousandths of the unit. */
export interface LimitedProduct {
  readonly unitType: UnitType;
  readonly quantityStep: number;
  /** Null for the usual limit of the unit. */
  readonly maxPerOrder: number | null;
}

/** Returns the most of a product that one order can have, in thousandths of its unit. One step can always be ordered. */
export function maxQuantityOf({ unitType, quantityStep, maxPerOrder }: LimitedProduct): number {
  return Math.max(maxPerOrder ?? USUAL_MAX_PER_ORDER[unitType] * 1000, quantityStep);
}

/** SQL of {@link maxQuantityOf} for `products p`, without its lower bound of one step. */
export const MAX_PER_ORDER_SQL = `COALESCE(p.max_per_order, CASE p.unit_type ${UNIT_TYPES.map(
  (unit) => `WHEN '${unit}' THEN ${USUAL_MAX_PER_ORDER[unit] * 1000}`,
).join(' ')} END)`;

import { HOUR_MS, SECOND_MS } from '../../platform/common/durations.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';

/** Period that the limits count. */
export const ORDER_LIMIT_PERIOD_MS = HOUR_MS;

/** What one account can order in an hour. */
export interface OrderLimits {
  readonly orders: number;
  /** Units of all products together, see {@link unitsOf}. */
  readonly units: number;
}

/** An order within the period, or the one to place. */
export interface CountedOrder {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly units: number;
}

/** Why an order cannot be placed now, and after how many seconds it can. */
export interface ReachedLimit {
  readonly limit: keyof OrderLimits;
  readonly max: number;
  readonly retryAfterSeconds: number;
}

/** Units for the limit in one unit of a product: whole kilos and litres for what is sold by the gram, eggs for a dozen. */
const UNITS: Readonly<Record<UnitType, number>> = {
  kg: 1,
  g: 0.001,
  l: 1,
  ml: 0.001,
  piece: 1,
  pack: 1,
  dozen: 12,
  bunch: 1,
};

/** Adds up quantities of products, in thousandths, to the units that the limit counts. */
export function unitsOf(
  lines: readonly { readonly unitType: UnitType; readonly quantity: number }[],
): number {
  return lines.reduce((units, { unitType, quantity }) => units + (quantity / 1000) * UNITS[unitType], 0);
}

/**
 * Returns the limit that an order would exceed; undefined if it can be placed now.
 *
 * @param recent the account's orders within the period, oldest first
 * @param order the order to place, with at most as many units as the limit
 */
export function reachedLimit(
  recent: readonly CountedOrder[],
  order: CountedOrder,
  limits: OrderLimits,
): ReachedLimit | undefined {
  const amounts: Readonly<Record<keyof OrderLimits, (counted: CountedOrder) => number>> = {
    orders: () => 1,
    units: ({ units }) => units,
  };
  const reached = (Object.keys(amounts) as (keyof OrderLimits)[]).flatMap((limit) => {
    const freeAt = freeTime(recent, order, amounts[limit], limits[limit]);
    if (freeAt === undefined) return [];
    const seconds = Math.max(1, Math.ceil((freeAt - order.timestamp) / SECOND_MS));
    return [{ limit, max: limits[limit], retryAfterSeconds: seconds }];
  });
  return reached.toSorted((a, b) => b.retryAfterSeconds - a.retryAfterSeconds)[0];
}

/** Returns when enough of the recent orders are over; undefined if there is room now. */
function freeTime(
  recent: readonly CountedOrder[],
  order: CountedOrder,
  amountOf: (counted: CountedOrder) => number,
  max: number,
): number | undefined {
  let total = amountOf(order) + recent.reduce((sum, counted) => sum + amountOf(counted), 0);
  if (total <= max) return undefined;
  for (const counted of recent) {
    total -= amountOf(counted);
    if (total <= max) return counted.timestamp + ORDER_LIMIT_PERIOD_MS;
  }
  return order.timestamp + ORDER_LIMIT_PERIOD_MS;
}

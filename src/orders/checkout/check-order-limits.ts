import type { UnitType } from '../../platform/common/money/unit-type.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { orderErrors } from '../orders.errors.js';
import {
  ORDER_LIMIT_PERIOD_MS,
  reachedLimit,
  unitsOf,
  type CountedOrder,
  type OrderLimits,
} from './order-limits.js';

interface OrderedUnits {
  readonly id: string;
  readonly timestamp: number;
  readonly unitType: UnitType;
  readonly quantity: number;
}

/** An order to place. */
interface NewOrder {
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly lines: readonly Pick<OrderedUnits, 'unitType' | 'quantity'>[];
}

/**
 * Checks that an account has not ordered too much within the last hour. Cancelled orders count: their stock was held. Orders that
 * staff took do not.
 *
 * The caller has locked the cart's lines. So the checkouts of one account run one after the other, in whichever process, and each
 * sees the orders of those before.
 *
 * @throws orders.too-large, orders.too-many
 */
export async function checkOrderLimits(
  tx: Transaction,
  { userId, timestamp, lines }: NewOrder,
  limits: OrderLimits,
): Promise<void> {
  const units = unitsOf(lines);
  if (units > limits.units) throw orderErrors['too-large']({ maxUnits: limits.units });
  const recent = countedOrders(
    await tx.rows<OrderedUnits>(sql`
      SELECT o.id, o.timestamp, i.unit_type AS "unitType", CAST(sum(i.quantity) AS bigint) AS quantity
      FROM orders o JOIN order_items i ON i.order_id = o.id
      WHERE o.user_id = ${userId} AND o.timestamp > ${timestamp - ORDER_LIMIT_PERIOD_MS} AND o.taken_by IS NULL
        AND o.reference IS NULL
      GROUP BY o.id, o.timestamp, i.unit_type ORDER BY o.timestamp, o.id`),
  );
  const reached = reachedLimit(recent, { timestamp, units }, limits);
  if (reached !== undefined) throw orderErrors['too-many'](reached);
}

/** Adds up the rows of each order, which follow one another. */
function countedOrders(rows: readonly OrderedUnits[]): CountedOrder[] {
  const byOrder = new Map<string, OrderedUnits[]>();
  for (const row of rows) byOrder.set(row.id, [...(byOrder.get(row.id) ?? []), row]);
  return [...byOrder.values()].map((lines) => ({
    timestamp: lines[0]?.timestamp ?? 0,
    units: unitsOf(lines),
  }));
}

import { sql, type Transaction } from '../../platform/database/transaction.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';

/** A status that an order has just reached, by a transition or its undo. */
export interface ReachedStatus {
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly byId: string;
  readonly at: number;
  /** Time of the transition that is undone, if it is one. */
  readonly undoneFrom?: number;
}

/**
 * Keeps the ticks of an order in step with its status. A packed order is ticked completely, so that a cancellation shows all
 * that must be put back. An undo of the packing removes what the packing ticked. The caller has locked the order.
 */
export async function ticksFollowStatus(tx: Transaction, reached: ReachedStatus): Promise<void> {
  const { orderId, status, byId, at, undoneFrom = at } = reached;
  if (status === 'packed') {
    await tx.execute(sql`
      INSERT INTO pick_ticks (item_id, order_id, by_id, at)
      SELECT i.id, i.order_id, u.id, CAST(${at} AS bigint)
      FROM order_items i CROSS JOIN users u WHERE i.order_id = ${orderId} AND u.id = ${byId}
      ON CONFLICT (item_id) DO NOTHING`);
  } else if (status === 'placed') {
    await tx.execute(sql`DELETE FROM pick_ticks WHERE order_id = ${orderId} AND at >= ${undoneFrom}`);
  } else if (status !== 'cancelled') {
    await tx.execute(sql`DELETE FROM pick_ticks WHERE order_id = ${orderId}`);
  }
}

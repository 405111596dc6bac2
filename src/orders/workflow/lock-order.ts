import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { isId } from '../../platform/common/id.js';
import { empty, sql, type Transaction } from '../../platform/database/transaction.js';
import type { Order } from '../order.entity.js';
import { orderErrors } from '../orders.errors.js';

/**
 * Locks an order until the transaction ends.
 *
 * @throws orders.not-found, also for another shopper's order
 */
export async function lockOrder(
  tx: Transaction,
  user: AuthenticatedUser,
  orderId: string,
): Promise<Pick<Order, 'status' | 'reference'>> {
  if (!isId(orderId)) throw orderErrors['not-found']();
  const ownOnly = user.role === 'user' ? sql`AND user_id = ${user.id}` : empty;
  const order = await tx.row<Pick<Order, 'status' | 'reference'>>(
    sql`SELECT status, reference FROM orders WHERE id = ${orderId} ${ownOnly} ${tx.forUpdate}`,
  );
  if (order === undefined) throw orderErrors['not-found']();
  return order;
}

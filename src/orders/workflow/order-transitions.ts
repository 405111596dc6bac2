import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { isId, newId } from '../../platform/common/id.js';
import { empty, sql, type Transaction } from '../../platform/database/transaction.js';
import type { OutboxMessage } from '../../platform/outbox/outbox-event-types.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { canTransition, nextStatuses, type OrderStatus } from '../../rules/order-status/order-status.js';
import { OrderNotFound, TransitionNotAllowed } from '../orders.errors.js';

/** The status that an order is to get, and the reason. */
export interface TransitionRequest {
  readonly orderId: string;
  readonly to: OrderStatus;
  readonly note: string | null;
}

/** Changes the status of orders by the table of transitions. Shared by cancellations and all other status changes. */
@Injectable()
export class OrderTransitions {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Makes one transition. Locks the order first, so that only one of several concurrent transitions succeeds.
   *
   * @throws OrderNotFound, also for another shopper's order; TransitionNotAllowed
   */
  async apply(
    tx: Transaction,
    user: AuthenticatedUser,
    { orderId, to, note }: TransitionRequest,
  ): Promise<void> {
    const from = await lockedStatus(tx, user, orderId);
    if (!canTransition(from, to, user.role))
      throw new TransitionNotAllowed(from, to, nextStatuses(from, user.role));

    await tx.execute(sql`UPDATE orders SET status = ${to} WHERE id = ${orderId}`);
    await tx.execute(sql`
      INSERT INTO order_status_changes (id, order_id, status, at, by_id, note)
      VALUES (${newId()}, ${orderId}, ${to}, ${this.clock.now()}, ${user.id}, ${note})`);
    await this.outbox.add(tx, [eventOf(orderId, to)]);
    this.signals.changed(tx, `order:${orderId}`, 'dashboard');
    if (user.role === 'user') return;
    await this.audit.record(tx, user, {
      action: 'orders.status-changed',
      subject: { type: 'order', id: orderId },
      before: { status: from },
      after: { status: to, note },
    });
  }
}

/**
 * Locks an order until the transaction ends and returns its status.
 *
 * @throws OrderNotFound, also for another shopper's order
 */
export async function lockedStatus(
  tx: Transaction,
  user: AuthenticatedUser,
  orderId: string,
): Promise<OrderStatus> {
  if (!isId(orderId)) throw new OrderNotFound();
  const ownOnly = user.role === 'user' ? sql`AND user_id = ${user.id}` : empty;
  const order = await tx.row<{ status: OrderStatus }>(
    sql`SELECT status FROM orders WHERE id = ${orderId} ${ownOnly} ${tx.forUpdate}`,
  );
  if (order === undefined) throw new OrderNotFound();
  return order.status;
}

function eventOf(orderId: string, to: OrderStatus): OutboxMessage {
  const subject = `order:${orderId}`;
  return to === 'cancelled'
    ? { type: 'orders.cancelled', subject, payload: { orderId } }
    : { type: 'orders.status-changed', subject, payload: { orderId, status: to } };
}

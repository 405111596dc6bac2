import type { OutboxMessage } from '../../platform/outbox/outbox-event-types.js';
import { ORDER_STATUS_RULES } from '../../rules/order-status/order-status-rules.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';

/** Returns the event of an order that reaches a status. The payload has the status unless the type implies it. */
export function orderEvent(orderId: string, status: OrderStatus): OutboxMessage {
  const type = ORDER_STATUS_RULES[status].event;
  const subject = `order:${orderId}`;
  return type === 'orders.status-changed'
    ? { type, subject, payload: { orderId, status } }
    : { type, subject, payload: { orderId } };
}

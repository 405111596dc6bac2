import { fromThousandths } from '../platform/common/money/quantity.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';
import type { OrderItem } from './order-item.entity.js';
import type { Order } from './order.entity.js';
import type { Address, OrderItemView, OrderView } from './orders.dto.js';

/** A step of an order with the username of who took it. */
export interface StatusChange {
  readonly status: OrderStatus;
  readonly at: number;
  readonly by: string;
  readonly note: string | null;
}

/**
 * An order as the API shows it.
 *
 * @param placedBy the username of who placed it
 * @param changes the steps after that, oldest first
 */
export function orderView(
  order: Order,
  placedBy: string,
  items: readonly OrderItem[],
  changes: readonly StatusChange[],
): OrderView {
  const placed: StatusChange = { status: 'placed', at: order.timestamp, by: placedBy, note: null };
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    timestamp: new Date(order.timestamp).toISOString(),
    items: items.map(itemView),
    total: order.total,
    currency: order.currency,
    address: JSON.parse(order.address) as Address,
    note: order.note,
    timeline: [placed, ...changes].map((change) => ({ ...change, at: new Date(change.at).toISOString() })),
  };
}

function itemView({ orderId: _, ...item }: OrderItem): OrderItemView {
  return { ...item, quantity: fromThousandths(item.quantity) };
}

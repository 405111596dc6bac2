import { MINUTE_MS } from '../../platform/common/durations.js';
import { ORDER_TRANSITIONS, type OrderStatus } from './order-status.js';

/** Name of an effect that is part of a transition. */
export type OrderStatusEffect = 'restock';

/** The consequences of a status. */
export interface OrderStatusRule {
  /** True if an order in this status counts in sales figures. */
  readonly countsAsSale: boolean;
  /**
   * True if the goods of an order in this status are still in the store. They are promised: part of the stock on hand,
   * and not available.
   */
  readonly hasGoodsInStore: boolean;
  /** Effects in the transaction that changes an order to this status. */
  readonly onEnter: readonly OrderStatusEffect[];
  /** Type of the event that the transaction adds to the outbox. */
  readonly event: 'orders.placed' | 'orders.status-changed' | 'orders.cancelled';
  /** Kind of the mail that the event sends to the shopper. */
  readonly mail: 'order-confirmation' | 'order-status' | 'order-cancelled';
  /** True if staff may return an order to its previous status. Exactly one transition leads to such a status. */
  readonly undoable: boolean;
}

/** Rule of each delivery step after the placement. */
const DELIVERY_STEP = {
  countsAsSale: true,
  hasGoodsInStore: false,
  onEnter: [],
  event: 'orders.status-changed',
  mail: 'order-status',
  undoable: true,
} as const satisfies OrderStatusRule;

/** Time in which a status change can be undone: enough for a slip, too short for a change of mind. */
export const UNDO_WINDOW_MS = 10 * MINUTE_MS;

/** The rule of each status, for the workflow, the mails and all sales figures. */
export const ORDER_STATUS_RULES = {
  placed: {
    countsAsSale: true,
    hasGoodsInStore: true,
    onEnter: [],
    event: 'orders.placed',
    mail: 'order-confirmation',
    undoable: false,
  },
  packed: { ...DELIVERY_STEP, hasGoodsInStore: true },
  out_for_delivery: DELIVERY_STEP,
  delivered: DELIVERY_STEP,
  cancelled: {
    countsAsSale: false,
    hasGoodsInStore: false,
    onEnter: ['restock'],
    event: 'orders.cancelled',
    mail: 'order-cancelled',
    undoable: false,
  },
} as const satisfies Readonly<Record<OrderStatus, OrderStatusRule>>;

/** The status at which the goods of an order leave the store. */
export const GOODS_LEAVE_AT = 'out_for_delivery' satisfies OrderStatus;

/** The statuses whose mail is of a kind. */
export type StatusWithMail<Mail extends OrderStatusRule['mail']> = {
  [Status in OrderStatus]: (typeof ORDER_STATUS_RULES)[Status]['mail'] extends Mail ? Status : never;
}[OrderStatus];

/** Returns true if the mail of the status is of the kind. */
export function hasMail<Mail extends OrderStatusRule['mail']>(
  status: OrderStatus,
  mail: Mail,
): status is StatusWithMail<Mail> {
  return ORDER_STATUS_RULES[status].mail === mail;
}

/** Returns the status to which an order returns if the transition to `status` is undone; undefined if it cannot be. */
export function statusBefore(status: OrderStatus): OrderStatus | undefined {
  if (!ORDER_STATUS_RULES[status].undoable) return undefined;
  return ORDER_TRANSITIONS.find(({ to }) => to === status)?.from;
}

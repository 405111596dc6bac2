import type { Role } from '../../platform/access/roles.js';

/** All statuses, in workflow order. */
export const ORDER_STATUSES = ['placed', 'packed', 'out_for_delivery', 'delivered', 'cancelled'] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** An allowed change of an order's status and the roles that may make it. Shoppers change only their own orders. */
export interface OrderTransition {
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  readonly by: readonly Role[];
}

const STAFF: readonly Role[] = ['store_manager', 'admin'];

/** All allowed transitions. The server enforces this table; the front ends read it from GET /store. */
export const ORDER_TRANSITIONS: readonly OrderTransition[] = [
  { from: 'placed', to: 'packed', by: STAFF },
  { from: 'packed', to: 'out_for_delivery', by: STAFF },
  { from: 'out_for_delivery', to: 'delivered', by: STAFF },
  { from: 'placed', to: 'cancelled', by: ['user', ...STAFF] },
  { from: 'packed', to: 'cancelled', by: STAFF },
];

/** Returns true if the role may change an order's status from `from` to `to`. */
export function canTransition(from: OrderStatus, to: OrderStatus, role: Role): boolean {
  return nextStatuses(from, role).includes(to);
}

/** Returns the statuses that the role may change an order to. */
export function nextStatuses(from: OrderStatus, role: Role): OrderStatus[] {
  return ORDER_TRANSITIONS.filter(
    (transition) => transition.from === from && transition.by.includes(role),
  ).map((transition) => transition.to);
}

/** Returns true if no transition leads out of the status. */
export function isFinal(status: OrderStatus): boolean {
  return ORDER_TRANSITIONS.every((transition) => transition.from !== status);
}

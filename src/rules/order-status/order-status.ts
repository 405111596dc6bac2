import type { Role } from '../../platform/access/roles.js';

export const ORDER_STATUSES = ['placed', 'packed', 'out_for_delivery', 'delivered', 'cancelled'] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** A step that an order can take, and who may take it. A shopper takes steps of own orders only. */
export interface OrderTransition {
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  readonly by: readonly Role[];
}

const STAFF: readonly Role[] = ['store_manager', 'admin'];

/** Every step there is. The server decides by this table, and the screens get it from GET /store. */
export const ORDER_TRANSITIONS: readonly OrderTransition[] = [
  { from: 'placed', to: 'packed', by: STAFF },
  { from: 'packed', to: 'out_for_delivery', by: STAFF },
  { from: 'out_for_delivery', to: 'delivered', by: STAFF },
  { from: 'placed', to: 'cancelled', by: ['user', ...STAFF] },
  { from: 'packed', to: 'cancelled', by: STAFF },
];

/** Whether someone of this role may move an order so. */
export function mayMove(from: OrderStatus, to: OrderStatus, role: Role): boolean {
  return ORDER_TRANSITIONS.some((step) => step.from === from && step.to === to && step.by.includes(role));
}

/** Where someone of this role can move an order to. */
export function nextStatuses(from: OrderStatus, role: Role): OrderStatus[] {
  return ORDER_TRANSITIONS.filter((step) => step.from === from && step.by.includes(role)).map(
    (step) => step.to,
  );
}

/** Whether an order goes nowhere from here. */
export function isFinal(status: OrderStatus): boolean {
  return ORDER_TRANSITIONS.every((step) => step.from !== status);
}

/** Where an order came from to be in this status; undefined where no step leads to it, or steps from several. */
export function statusBefore(status: OrderStatus): OrderStatus | undefined {
  const [step, ...others] = ORDER_TRANSITIONS.filter(({ to }) => to === status);
  return others.length === 0 ? step?.from : undefined;
}

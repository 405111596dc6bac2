import {
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiPackageVariantClosed,
  mdiReceiptTextCheckOutline,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import type { Schema } from 'ui-common/api/client';
import { groupBy } from '../../common/group-by';

export type Order = Schema<'AdminOrderView'>;
export type OrderStatus = Order['status'];
type Transition = Schema<'OrderTransitionView'>;

/** Icon and tone of each status: no status is shown by colour alone. */
export const STATUS_APPEARANCE = {
  placed: { icon: mdiReceiptTextCheckOutline, tone: 'attention' },
  packed: { icon: mdiPackageVariantClosed, tone: 'in-progress' },
  out_for_delivery: { icon: mdiTruckDeliveryOutline, tone: 'in-progress' },
  delivered: { icon: mdiCheckCircleOutline, tone: 'good' },
  cancelled: { icon: mdiCloseCircleOutline, tone: 'bad' },
} as const satisfies Record<OrderStatus, { icon: string; tone: string }>;

/** Returns true if no transition starts from the status. */
export function isFinal(status: OrderStatus, transitions: readonly Transition[]): boolean {
  return transitions.every(({ from }) => from !== status);
}

/** Returns true while the goods are in the store: until then the order's amounts can change. */
export function hasGoodsInStore({ status }: Pick<Order, 'status'>): boolean {
  return status === 'placed' || status === 'packed';
}

/** Groups orders by the status that they reached last, if the server still undoes it. */
export function undoable<Item extends Pick<Order, 'status' | 'undo'>>(
  orders: readonly Item[],
  now: number,
): Map<OrderStatus, Item[]> {
  const open = orders.filter(({ undo }) => undo !== null && Date.parse(undo.until) > now);
  return groupBy(open, ({ status }) => status);
}

/** Returns the next status that the user may set; cancellation does not count. */
export function nextStep({ nextStatuses }: Pick<Order, 'nextStatuses'>): OrderStatus | undefined {
  return nextStatuses.find((status) => status !== 'cancelled');
}

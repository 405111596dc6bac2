import {
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiPackageVariantClosed,
  mdiReceiptTextCheckOutline,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import type { Schema } from 'ui-common/api/client';

export type Order = Schema<'AdminOrderView'>;
export type OrderStatus = Order['status'];
type Transition = Schema<'OrderTransitionView'>;

/** What each status looks like besides its name: nothing is told by colour alone. */
export const STATUS_LOOKS: Readonly<
  Record<OrderStatus, { readonly icon: string; readonly tone: 'attention' | 'under-way' | 'good' | 'bad' }>
> = {
  placed: { icon: mdiReceiptTextCheckOutline, tone: 'attention' },
  packed: { icon: mdiPackageVariantClosed, tone: 'under-way' },
  out_for_delivery: { icon: mdiTruckDeliveryOutline, tone: 'under-way' },
  delivered: { icon: mdiCheckCircleOutline, tone: 'good' },
  cancelled: { icon: mdiCloseCircleOutline, tone: 'bad' },
};

/** Whether an order in this status goes nowhere from here. */
export function isFinal(status: OrderStatus, transitions: readonly Transition[]): boolean {
  return transitions.every(({ from }) => from !== status);
}

/** Whether a step to this status can be taken back for a while: where it is told from where, which cancelling is not. */
export function canUndo(status: OrderStatus, transitions: readonly Transition[]): boolean {
  return transitions.filter(({ to }) => to === status).length === 1;
}

/** The next step on an order's way, for whoever it is that may take it; cancelling is none. */
export function nextStep({ nextStatuses }: Pick<Order, 'nextStatuses'>): OrderStatus | undefined {
  return nextStatuses.find((status) => status !== 'cancelled');
}

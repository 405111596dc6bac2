import {
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiPackageVariantClosed,
  mdiReceiptTextCheckOutline,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import type { OrderStatus } from './order-status';

/** Icon and tone of each status. Orders in progress stand out, because users look for them. */
export const STATUS_APPEARANCE = {
  placed: { icon: mdiReceiptTextCheckOutline, tone: 'attention' },
  packed: { icon: mdiPackageVariantClosed, tone: 'attention' },
  out_for_delivery: { icon: mdiTruckDeliveryOutline, tone: 'attention' },
  delivered: { icon: mdiCheckCircleOutline, tone: 'good' },
  cancelled: { icon: mdiCloseCircleOutline, tone: 'over' },
} as const satisfies Record<OrderStatus, { icon: string; tone: string }>;

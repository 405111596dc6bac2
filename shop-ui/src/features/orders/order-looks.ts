import {
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiPackageVariantClosed,
  mdiReceiptTextCheckOutline,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import type { OrderStatus } from './order-status';

/** What each status looks like besides its name. */
export const STATUS_ICONS: Readonly<Record<OrderStatus, string>> = {
  placed: mdiReceiptTextCheckOutline,
  packed: mdiPackageVariantClosed,
  out_for_delivery: mdiTruckDeliveryOutline,
  delivered: mdiCheckCircleOutline,
  cancelled: mdiCloseCircleOutline,
};

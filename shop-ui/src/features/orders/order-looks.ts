import {
  mdiCheckCircleOutline,
  mdiCloseCircleOutline,
  mdiPackageVariantClosed,
  mdiReceiptTextCheckOutline,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import type { OrderStatus } from './order-status';

/** Icon of each status. */
export const STATUS_ICONS: Readonly<Record<OrderStatus, string>> = {
  placed: mdiReceiptTextCheckOutline,
  packed: mdiPackageVariantClosed,
  out_for_delivery: mdiTruckDeliveryOutline,
  delivered: mdiCheckCircleOutline,
  cancelled: mdiCloseCircleOutline,
};

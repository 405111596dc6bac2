import {
  mdiAccountClockOutline,
  mdiAlertOctagonOutline,
  mdiBarcodeOff,
  mdiInboxArrowDownOutline,
  mdiPackageVariantRemove,
  mdiReceiptTextCheckOutline,
  mdiScaleBalance,
  mdiTrendingDown,
} from '@mdi/js';
import type { RouteLocationRaw } from 'vue-router';
import type { DashboardNumbers } from './dashboard';

/** A count that needs action by staff while it is not 0. */
export interface Concern<Name extends string = string> {
  readonly name: Name;
  readonly icon: string;
  readonly tone: 'warning' | 'error';
  /** Page with the details. */
  readonly to: RouteLocationRaw;
  readonly count: (numbers: DashboardNumbers) => number;
}

/** Orders to be packed. */
export const PLACED = {
  name: 'placed',
  icon: mdiReceiptTextCheckOutline,
  tone: 'warning',
  to: { path: '/orders', query: { status: 'placed', sort: 'oldest' } },
  count: ({ openOrders }) => openOrders.placed,
} as const satisfies Concern;

export const STOCK = [
  {
    name: 'out-of-stock',
    icon: mdiPackageVariantRemove,
    tone: 'error',
    to: { path: '/products', query: { stock: 'out' } },
    count: ({ outOfStock }) => outOfStock,
  },
  {
    name: 'low-stock',
    icon: mdiTrendingDown,
    tone: 'warning',
    to: { path: '/products', query: { stock: 'low', sort: 'stock' } },
    count: ({ lowStock }) => lowStock,
  },
] as const satisfies readonly Concern[];

/** Products without the codes that the documents need. Only a store that is taxed counts them. */
export const WITHOUT_HSN = {
  name: 'without-hsn',
  icon: mdiBarcodeOff,
  tone: 'warning',
  to: { path: '/products', query: { published: 'yes', hsn: 'no' } },
  count: ({ withoutHsn }) => withoutHsn,
} as const satisfies Concern;

/** Counts that only an admin can act on. */
export const FOR_ADMINS = [
  {
    name: 'accounts',
    icon: mdiAccountClockOutline,
    tone: 'warning',
    to: { path: '/users', query: { status: 'pending' } },
    count: ({ pendingAccounts }) => pendingAccounts,
  },
  {
    name: 'requests',
    icon: mdiInboxArrowDownOutline,
    tone: 'warning',
    to: { path: '/section-requests', query: { status: 'pending' } },
    count: ({ pendingSectionRequests }) => pendingSectionRequests,
  },
  {
    name: 'failures',
    icon: mdiAlertOctagonOutline,
    tone: 'error',
    to: '/operations',
    count: ({ failedEvents }) => failedEvents,
  },
] as const satisfies readonly Concern[];

export const BOOKS = {
  name: 'books',
  icon: mdiScaleBalance,
  tone: 'error',
  to: '/operations/books',
  count: ({ books }) => (books.balanced ? 0 : 1),
} as const satisfies Concern;

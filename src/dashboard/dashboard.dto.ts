/** The orders that were placed since midnight, by where they are now. */
export class TodayView {
  /** When the day began in the store's time zone. @example 2026-03-01T18:30:00.000Z */
  since: string;

  /** How many were placed, with those that have been cancelled. @example 48 */
  orders: number;

  /** The total of those that have not been cancelled, in minor units of the currency. @example 1893550 */
  revenue: number;

  /** How many of them have been cancelled. @example 2 */
  cancelled: number;

  /** How many of them have been delivered. @example 31 */
  delivered: number;
}

/** The orders that staff have to do something about, whenever they were placed. */
export class OpenOrdersView {
  /** To be packed. @example 7 */
  placed: number;

  /** To be sent out. @example 4 */
  packed: number;

  /** On their way. @example 6 */
  outForDelivery: number;
}

/** The store at a glance. */
export class DashboardView {
  today: TodayView;

  openOrders: OpenOrdersView;

  /** @example INR */
  currency: string;

  /** Products below their threshold, with those that are out of stock. @example 12 */
  lowStock: number;

  /** Products of which nothing is left. @example 3 */
  outOfStock: number;

  /** Accounts that wait for an admin's approval. @example 1 */
  pendingAccounts: number;

  /** Section requests that wait for an admin's decision. @example 2 */
  pendingSectionRequests: number;

  /** Events that were tried without success, and are still to be worked on. @example 0 */
  failingEvents: number;
}

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

/** What was sold on this day of the week some weeks ago, by the time of day that it is now. */
export class SameWeekdayView {
  /** In the store's time zone. @example 2026-02-22 */
  day: string;

  /** How many orders were placed by this time, with those that were cancelled. @example 41 */
  orders: number;

  /** What those that were not cancelled come to, in minor units of the currency. @example 1620400 */
  revenue: number;

  /** The same of the whole day. @example 2951050 */
  wholeDay: number;
}

/** How the books stood when they were last checked. */
export class BooksStateView {
  /** Whether stock and ledgers, orders and their lines added up. @example true */
  balanced: boolean;

  /** @example 2026-03-01T09:30:00.000Z */
  checkedAt: string;
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

  /** The same weekday of the last four weeks, the latest first. */
  sameWeekday: SameWeekdayView[];

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

  /** Events that failed for good, and wait until an admin has them tried again. @example 0 */
  failedEvents: number;

  /** They are checked at most every five minutes. */
  books: BooksStateView;
}

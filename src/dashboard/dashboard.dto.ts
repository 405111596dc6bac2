import { ApiProperty } from '@nestjs/swagger';

/** Number of weeks to compare today with: enough that one unusual day has little weight. */
export const COMPARED_WEEKS = 4;

/** Today's orders, by their current status. */
export class TodayView {
  /** Start of the day in the store's time zone. @example 2026-03-01T18:30:00.000Z */
  since: string;

  /** Number of orders placed, including cancelled ones. @example 48 */
  orders: number;

  /** Total of the orders that are not cancelled, in minor units of the currency. @example 1893550 */
  revenue: number;

  /** Number of orders cancelled. @example 2 */
  cancelled: number;

  /** Number of orders delivered. @example 31 */
  delivered: number;
}

/** Sales on the same weekday of an earlier week, up to the current time of day. */
export class SameWeekdayView {
  /** Day in the store's time zone. @example 2026-02-22 */
  day: string;

  /** Number of orders placed by this time, including cancelled ones. @example 41 */
  orders: number;

  /** Total of the orders that are not cancelled, in minor units of the currency. @example 1620400 */
  revenue: number;

  /** Total of the entire day. @example 2951050 */
  wholeDay: number;
}

/** Result of the last check of the books. */
export class BooksStateView {
  /** True if stock matches the ledger, and orders match their lines. @example true */
  balanced: boolean;

  /** @example 2026-03-01T09:30:00.000Z */
  checkedAt: string;
}

/** Orders that require action by staff, whenever they were placed. */
export class OpenOrdersView {
  /** Orders to be packed. @example 7 */
  placed: number;

  /** Orders to be sent out. @example 4 */
  packed: number;

  /** Orders on their way. @example 6 */
  outForDelivery: number;
}

/** The store at a glance. */
export class DashboardView {
  today: TodayView;

  /** Same weekday of the last four weeks, latest first. */
  @ApiProperty({ maxItems: COMPARED_WEEKS })
  sameWeekday: SameWeekdayView[];

  openOrders: OpenOrdersView;

  /** @example INR */
  currency: string;

  /** Number of products on sale of which less is available than their threshold, including those sold out. @example 12 */
  lowStock: number;

  /** Number of products on sale of which nothing is available. @example 3 */
  outOfStock: number;

  /** Number of accounts waiting for approval by an admin. @example 1 */
  pendingAccounts: number;

  /** Number of section requests waiting for a decision by an admin. @example 2 */
  pendingSectionRequests: number;

  /** Number of permanently failed events, waiting for an admin to retry them. @example 0 */
  failedEvents: number;

  /** State of the books, checked at most every five minutes. */
  books: BooksStateView;
}

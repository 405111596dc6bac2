import { ApiProperty } from '@nestjs/swagger';

/** Number of weeks to compare today with: enough that one unusual day has little weight. */
export const COMPARED_WEEKS = 4;

/** What has happened today, each event on its day: a delivery counts today whenever the order was placed. */
export class TodayView {
  /** Start of the day in the store's time zone. @example 2026-03-01T18:30:00.000Z */
  since: string;

  /** Number of orders placed today, including cancelled ones. @example 48 */
  orders: number;

  /** Total of the orders placed today that are not cancelled, in minor units of the currency. @example 1893550 */
  revenue: number;

  /** Number of orders cancelled today, whenever they were placed. @example 2 */
  cancelled: number;

  /** Number of orders delivered today, whenever they were placed. @example 31 */
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

  /** Number of products on sale without an HSN code, which the documents of a store need that is registered for the Indian GST. @example 0 */
  withoutHsn: number;

  /** Number of accounts waiting for approval by an admin. @example 1 */
  pendingAccounts: number;

  /** Number of section requests waiting for a decision by an admin. @example 2 */
  pendingSectionRequests: number;

  /** Number of permanently failed events, waiting for an admin to retry them. @example 0 */
  failedEvents: number;

  /** State of the books, checked at most every five minutes. */
  books: BooksStateView;
}

/** A mark for each kind of data, which is another one after a change. It is opaque. */
export class ChangesView {
  /** Orders were placed, or have changed their status. @example Zp3vVQ */
  orders: string;

  /** Lines of pick lists were ticked or unticked. @example 2jmj7l */
  pickTicks: string;

  /** Products or their stock have changed. @example 5rSw0p */
  products: string;

  /** Figures of the dashboard may have changed. @example tQ7kR1 */
  figures: string;
}

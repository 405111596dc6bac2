import { ApiProperty } from '@nestjs/swagger';

const INSTANT_OR_NULL = { type: String, format: 'date-time', nullable: true } as const;

/** Summary of a user's orders. */
export class UserOrdersView {
  /** All orders, including cancelled ones. @example 12 */
  count: number;

  /** Orders that are neither delivered nor cancelled. @example 1 */
  open: number;

  /** Total of the orders that are not cancelled, in minor units of the currency. @example 184250 */
  spent: number;

  /**
   * Time of the latest order; null if there is none.
   * @example "2026-10-30T17:05:00.000Z"
   */
  @ApiProperty(INSTANT_OR_NULL)
  last: string | null;
}

/** Number of audit log entries for a user. */
export class UserAuditEntriesView {
  /** Entries for actions of the user. @example 41 */
  by: number;

  /** Entries about the account, by any actor. @example 9 */
  about: number;
}

/** Recent activity of a user. */
export class UserActivityView {
  /**
   * Time of the latest sign-in; null if there is none.
   * @example "2026-11-01T08:02:11.000Z"
   */
  @ApiProperty(INSTANT_OR_NULL)
  lastSignIn: string | null;

  /**
   * Time of the latest request, to the minute; null before the first.
   * @example "2026-11-01T09:30:00.000Z"
   */
  @ApiProperty(INSTANT_OR_NULL)
  lastActivity: string | null;

  /** Active days among the last 30, today included, in the store's time zone. @example 6 */
  activeDays: number;

  /** Number of open sessions, on all devices. @example 2 */
  openSessions: number;

  orders: UserOrdersView;

  auditEntries: UserAuditEntriesView;

  /** @example INR */
  currency: string;
}

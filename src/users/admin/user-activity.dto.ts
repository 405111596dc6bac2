import { ApiProperty } from '@nestjs/swagger';

const INSTANT_OR_NULL = { type: String, format: 'date-time', nullable: true } as const;

/** What a user has ordered. */
export class UserOrdersView {
  /** All orders, with those that have been cancelled. @example 12 */
  count: number;

  /** Those that are not delivered yet. @example 1 */
  open: number;

  /** What all but the cancelled ones come to, in minor units of the currency. @example 184250 */
  spent: number;

  /**
   * When the latest was placed; null where there is none.
   * @example "2026-10-30T17:05:00.000Z"
   */
  @ApiProperty(INSTANT_OR_NULL)
  last: string | null;
}

/** How many entries the audit log has of a user. */
export class UserAuditEntriesView {
  /** Of what the user did. @example 41 */
  by: number;

  /** Of what concerns the account, whoever did it. @example 9 */
  about: number;
}

/** What a user has done lately. */
export class UserActivityView {
  /**
   * Null where nobody has ever signed in with the account.
   * @example "2026-11-01T08:02:11.000Z"
   */
  @ApiProperty(INSTANT_OR_NULL)
  lastSignIn: string | null;

  /**
   * Of the latest request, to the minute; null before the first.
   * @example "2026-11-01T09:30:00.000Z"
   */
  @ApiProperty(INSTANT_OR_NULL)
  lastActivity: string | null;

  /** On how many of the last 30 days, today included, in the store's time zone. @example 6 */
  activeDays: number;

  /** How many sign-ins still hold, on whatever devices. @example 2 */
  openSessions: number;

  orders: UserOrdersView;

  auditEntries: UserAuditEntriesView;

  /** @example INR */
  currency: string;
}

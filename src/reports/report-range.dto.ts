import { IsCalendarDate } from '../platform/http/validation/validators.js';

/** Most days of a report: two years, even if both are leap years. */
export const MAX_DAYS = 732;

/** Most calendar months that a report touches. */
export const MAX_MONTHS = 26;

/** Days of a report, in the store's time zone. */
export class ReportRangeQuery {
  /** First day. @example 2026-01-01 */
  @IsCalendarDate()
  from: string;

  /** Last day, inclusive, at most two years after the first. @example 2026-01-31 */
  @IsCalendarDate()
  to: string;
}

import { IsCalendarDate } from '../platform/http/validation/validators.js';

/** Days of a report, in the store's time zone. */
export class ReportRangeQuery {
  /** First day. @example 2026-01-01 */
  @IsCalendarDate()
  from: string;

  /** Last day, inclusive, at most two years after the first. @example 2026-01-31 */
  @IsCalendarDate()
  to: string;
}

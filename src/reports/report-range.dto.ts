import { IsCalendarDate } from '../platform/http/validation/validators.js';

/** Which days a report is of, as the clocks of the store's time zone show them. */
export class ReportRangeQuery {
  /** The first day. @example 2026-01-01 */
  @IsCalendarDate()
  from: string;

  /** The last day, which is in it. Two years after the first at most. @example 2026-01-31 */
  @IsCalendarDate()
  to: string;
}

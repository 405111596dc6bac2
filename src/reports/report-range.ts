import { dayNumber } from '../platform/calendar/calendar-days.js';
import { DayRange } from '../platform/calendar/day-ranges.js';
import { requestErrors } from '../platform/common/common.errors.js';
import type { DomainError } from '../platform/common/errors/domain-error.js';
import { MAX_DAYS, type ReportRangeQuery } from './report-range.dto.js';

/** Older than any store. */
export const FIRST_DAY = '2000-01-01';
/** Time zone rules further ahead are unknown. */
const LAST_DAY = '2099-12-31';

/**
 * Returns the days of a report.
 *
 * @throws request.rule-broken if the range ends before it begins, is longer than two years, or is outside the
 *   supported dates
 */
export function daysOf({ from, to }: ReportRangeQuery, timeZone: string): DayRange {
  for (const [field, day] of Object.entries({ from, to })) {
    if (day < FIRST_DAY || day > LAST_DAY) {
      throw ruleBroken(
        field,
        'reports.day-out-of-range',
        `Reports cover days from ${FIRST_DAY} to ${LAST_DAY}.`,
      );
    }
  }
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first > last) throw ruleBroken('to', 'reports.range-backwards', 'The last day is before the first.');
  if (last - first >= MAX_DAYS) {
    throw ruleBroken('to', 'reports.range-too-long', `A report covers at most ${MAX_DAYS} days.`);
  }
  return new DayRange(timeZone, first, last);
}

function ruleBroken(field: string, code: string, message: string): DomainError {
  return requestErrors['rule-broken']({ errors: [{ field, code, message }] });
}

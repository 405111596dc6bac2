import { dayNumber } from '../platform/calendar/calendar-days.js';
import { DayRange } from '../platform/calendar/day-ranges.js';
import { RuleBroken } from '../platform/common/common.errors.js';
import type { ReportRangeQuery } from './report-range.dto.js';

/** Two years, also where both are leap years. */
const MAX_DAYS = 732;
/** Before it there was no store. */
export const FIRST_DAY = '2000-01-01';
/** The calendar of a far future is anybody's guess. */
const LAST_DAY = '2099-12-31';

/**
 * The days that a report is asked for.
 *
 * @throws RuleBroken where they end before they begin, are more than two years, or lie out of any store's time
 */
export function daysOf({ from, to }: ReportRangeQuery, timeZone: string): DayRange {
  for (const [field, day] of Object.entries({ from, to })) {
    if (day < FIRST_DAY || day > LAST_DAY) {
      throw broken(
        field,
        'reports.day-out-of-range',
        `Reports are of days from ${FIRST_DAY} to ${LAST_DAY}.`,
      );
    }
  }
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first > last) throw broken('to', 'reports.range-backwards', 'The last day is before the first.');
  if (last - first >= MAX_DAYS) {
    throw broken('to', 'reports.range-too-long', `A report is of ${MAX_DAYS} days at most.`);
  }
  return new DayRange(timeZone, first, last);
}

function broken(field: string, code: string, message: string): RuleBroken {
  return new RuleBroken([{ field, code, message }]);
}

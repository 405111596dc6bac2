import { dayInTimeZone, daysBefore, startOfDay } from '../platform/calendar/store-day.js';

/** A day of the store, as far as it had come by a time of day. Milliseconds since 1970. */
export interface DaySpan {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly since: number;
  /** As long after its beginning as now is after today's. */
  readonly until: number;
  readonly end: number;
}

/** This day of the week in the weeks before, the latest first. */
export function sameWeekdays(now: number, timeZone: string, weeks: number): DaySpan[] {
  const today = dayInTimeZone(now, timeZone);
  const passed = now - startOfDay(today, timeZone);
  return Array.from({ length: weeks }, (_, i) => {
    const day = daysBefore(today, 7 * (i + 1));
    const since = startOfDay(day, timeZone);
    const end = startOfDay(daysBefore(day, -1), timeZone);
    return { day, since, until: Math.min(since + passed, end), end };
  });
}

import { dayInTimeZone, daysBefore, startOfDay } from '../platform/calendar/store-day.js';

/** A day of the store up to a time of day. Times are milliseconds since 1970. */
export interface DaySpan {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly since: number;
  /** Same time after the start of the day as now is after the start of today. */
  readonly until: number;
  readonly end: number;
}

/** Returns the same weekday of earlier weeks, latest first. */
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

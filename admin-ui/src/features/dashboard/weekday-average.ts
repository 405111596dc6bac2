import type { DashboardNumbers } from './dashboard';

type Weekday = DashboardNumbers['sameWeekday'][number];

/** Average sales of this weekday by this time of day. */
export interface WeekdayAverage {
  /** In minor units of the currency, like `wholeDay`. */
  readonly revenue: number;
  readonly wholeDay: number;
  /** Number of weeks in the average. */
  readonly weeks: number;
}

/**
 * Returns the average of past weeks with sales, or undefined if there are none. Days without sales are ignored: the store
 * had not opened yet, or it was a holiday.
 *
 * @param days the same weekday of the last weeks
 */
export function weekdayAverage(days: readonly Weekday[]): WeekdayAverage | undefined {
  const sold = days.filter(({ wholeDay }) => wholeDay > 0);
  const mean = (of: (day: Weekday) => number): number =>
    Math.round(sold.reduce((sum, day) => sum + of(day), 0) / sold.length);
  if (sold.length === 0) return undefined;
  return {
    revenue: mean(({ revenue }) => revenue),
    wholeDay: mean(({ wholeDay }) => wholeDay),
    weeks: sold.length,
  };
}

/** Returns the relative change from `before`: 0.25 for 25 % more; undefined if `before` is 0. */
export function growth(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}

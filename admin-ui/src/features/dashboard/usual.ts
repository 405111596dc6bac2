import type { Figures } from './dashboard';

type Weekday = Figures['sameWeekday'][number];

/** What this weekday usually comes to by this time of day. */
export interface Usual {
  /** Minor units of the currency, as is `wholeDay`. */
  readonly revenue: number;
  readonly wholeDay: number;
  /** Of how many weeks it is the mean. */
  readonly weeks: number;
}

/**
 * The mean of the weeks before, of those with sales: before the store opened, or on a holiday, nothing was usual. undefined
 * where there are none.
 *
 * @param days the same weekday of the last weeks
 */
export function usualOf(days: readonly Weekday[]): Usual | undefined {
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

/** By how much of `before` the figure has grown: 0.25 for a quarter more; undefined where there is nothing to hold it against. */
export function growth(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}

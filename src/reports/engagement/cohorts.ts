import { monthAfter, monthOf } from '../../platform/calendar/calendar-days.js';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import type { CohortView } from './engagement-report.dto.js';

/** Number of shoppers in the cohort of a month. */
export interface CohortSize {
  /** YYYY-MM. */
  readonly month: string;
  readonly shoppers: number;
}

/** Number of shoppers of a cohort who were active in a month. */
export interface CohortActivity {
  readonly cohort: string;
  readonly month: string;
  readonly shoppers: number;
}

/** Returns a cohort for every month that the days touch, with its activity from its own month to the last, zeros included. */
export function cohortTable(
  days: Pick<DayRange, 'first' | 'last'>,
  sizes: readonly CohortSize[],
  activity: readonly CohortActivity[],
): CohortView[] {
  const months = monthsOf(days);
  const sizeOf = new Map(sizes.map(({ month, shoppers }) => [month, shoppers]));
  const activeOf = new Map(activity.map(({ cohort, month, shoppers }) => [`${cohort} ${month}`, shoppers]));
  return months.map((cohort, i) => ({
    month: cohort,
    size: sizeOf.get(cohort) ?? 0,
    active: months.slice(i).map((month) => activeOf.get(`${cohort} ${month}`) ?? 0),
  }));
}

/** Returns the months that the days touch, as YYYY-MM. */
export function monthsOf({ first, last }: Pick<DayRange, 'first' | 'last'>): string[] {
  const months = [];
  for (let month = monthOf(first); month <= monthOf(last); month = monthAfter(month)) months.push(month);
  return months;
}

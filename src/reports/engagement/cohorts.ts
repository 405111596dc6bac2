import { monthAfter, monthOf } from '../../platform/calendar/calendar-days.js';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import type { CohortView } from './engagement-report.dto.js';

/** How many shoppers a month's cohort has. */
export interface CohortSize {
  /** YYYY-MM. */
  readonly month: string;
  readonly shoppers: number;
}

/** How many of a month's cohort came in a month. */
export interface CohortActivity {
  readonly cohort: string;
  readonly month: string;
  readonly shoppers: number;
}

/** The cohort of every month that the days touch, each with its activity from its own month to the last; zeros where nobody came. */
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

/** The months that the days touch, as YYYY-MM. */
export function monthsOf({ first, last }: Pick<DayRange, 'first' | 'last'>): string[] {
  const months = [];
  for (let month = monthOf(first); month <= monthOf(last); month = monthAfter(month)) months.push(month);
  return months;
}

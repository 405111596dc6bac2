import { dayText, mondayOf, monthOf, weekdayOf, weekOf } from '../../platform/calendar/calendar-days.js';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import { average } from './money-math.js';
import type { SalesPointView } from './sales-report.dto.js';

/** What was sold on a day, or in an hour. */
export interface Sold {
  /** Minor units of the currency. */
  readonly revenue: number;
  readonly orders: number;
}

/** By which days can be grouped. */
export type DayGroup = 'day' | 'week' | 'month' | 'weekday';

const KEY_OF: Readonly<Record<DayGroup, (day: number) => string>> = {
  day: dayText,
  week: weekOf,
  month: monthOf,
  weekday: (day) => String(weekdayOf(day)),
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The points of all the days, oldest first: those without a sale are there with zeros. */
export function pointsOfDays(
  days: Pick<DayRange, 'first' | 'last'>,
  groupBy: DayGroup,
  soldOn: ReadonlyMap<number, Sold>,
): SalesPointView[] {
  return groupBy === 'weekday' ? pointsOfWeekdays(days, soldOn) : pointsOfTime(days, groupBy, soldOn);
}

/** The points of the 24 hours. */
export function pointsOfHours(soldIn: ReadonlyMap<number, Sold>): SalesPointView[] {
  return HOURS.map((hour) => salesPoint({ key: String(hour) }, soldIn.get(hour) ?? NOTHING));
}

/** A point with what is always known of it, and null for what is not said. */
export function salesPoint(
  said: Pick<SalesPointView, 'key'> & Partial<SalesPointView>,
  { revenue, orders }: Sold,
): SalesPointView {
  return {
    name: null,
    from: null,
    to: null,
    revenue,
    orders,
    averageBasket: average(revenue, orders),
    lines: null,
    quantity: null,
    unitType: null,
    ...said,
  };
}

const NOTHING: Sold = { revenue: 0, orders: 0 };

function pointsOfTime(
  { first, last }: Pick<DayRange, 'first' | 'last'>,
  groupBy: DayGroup,
  soldOn: ReadonlyMap<number, Sold>,
): SalesPointView[] {
  const spans = new Map<string, { from: number; to: number; sold: Sold }>();
  for (let day = first; day <= last; day++) {
    const key = KEY_OF[groupBy](day);
    const { from, sold } = spans.get(key) ?? { from: day, sold: NOTHING };
    spans.set(key, { from, to: day, sold: plus(sold, soldOn.get(day)) });
  }
  return [...spans].map(([key, { from, to, sold }]) =>
    salesPoint({ key, from: dayText(from), to: dayText(to) }, sold),
  );
}

function pointsOfWeekdays(
  { first, last }: Pick<DayRange, 'first' | 'last'>,
  soldOn: ReadonlyMap<number, Sold>,
): SalesPointView[] {
  const monday = mondayOf(first);
  return Array.from({ length: 7 }, (_, weekday) => {
    let sold = NOTHING;
    for (let day = monday + weekday; day <= last; day += 7) sold = plus(sold, soldOn.get(day));
    return salesPoint({ key: KEY_OF.weekday(monday + weekday) }, sold);
  });
}

function plus(one: Sold, other: Sold = NOTHING): Sold {
  return { revenue: one.revenue + other.revenue, orders: one.orders + other.orders };
}

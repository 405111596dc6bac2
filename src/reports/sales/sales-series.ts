import { formatDay, mondayOf, monthOf, weekdayOf, isoWeekOf } from '../../platform/calendar/calendar-days.js';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import { average } from './money-math.js';
import type { SalesPointView } from './sales-report.dto.js';

/** Sales of a day or an hour. */
export interface Sold {
  /** Minor units of the currency. */
  readonly revenue: number;
  readonly orders: number;
}

/** Groupings of days. */
export type DayGroup = 'day' | 'week' | 'month' | 'weekday';

const KEY_OF: Readonly<Record<DayGroup, (day: number) => string>> = {
  day: formatDay,
  week: isoWeekOf,
  month: monthOf,
  weekday: (day) => String(weekdayOf(day)),
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Returns the points of all days, oldest first; those without a sale have zeros. */
export function pointsOfDays(
  days: Pick<DayRange, 'first' | 'last'>,
  groupBy: DayGroup,
  soldOn: ReadonlyMap<number, Sold>,
): SalesPointView[] {
  return groupBy === 'weekday' ? pointsOfWeekdays(days, soldOn) : pointsOfTime(days, groupBy, soldOn);
}

/** Returns the points of the 24 hours. */
export function pointsOfHours(soldIn: ReadonlyMap<number, Sold>): SalesPointView[] {
  return HOURS.map((hour) => salesPoint({ key: String(hour) }, soldIn.get(hour) ?? NO_SALES));
}

/** Returns a point whose omitted fields are null. */
export function salesPoint(
  fields: Pick<SalesPointView, 'key'> & Partial<SalesPointView>,
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
    ...fields,
  };
}

const NO_SALES: Sold = { revenue: 0, orders: 0 };

function pointsOfTime(
  { first, last }: Pick<DayRange, 'first' | 'last'>,
  groupBy: DayGroup,
  soldOn: ReadonlyMap<number, Sold>,
): SalesPointView[] {
  const spans = new Map<string, { from: number; to: number; sold: Sold }>();
  for (let day = first; day <= last; day++) {
    const key = KEY_OF[groupBy](day);
    const { from, sold } = spans.get(key) ?? { from: day, sold: NO_SALES };
    spans.set(key, { from, to: day, sold: add(sold, soldOn.get(day)) });
  }
  return [...spans].map(([key, { from, to, sold }]) =>
    salesPoint({ key, from: formatDay(from), to: formatDay(to) }, sold),
  );
}

function pointsOfWeekdays(
  { first, last }: Pick<DayRange, 'first' | 'last'>,
  soldOn: ReadonlyMap<number, Sold>,
): SalesPointView[] {
  const monday = mondayOf(first);
  return Array.from({ length: 7 }, (_, weekday) => {
    let sold = NO_SALES;
    for (let day = monday + weekday; day <= last; day += 7) sold = add(sold, soldOn.get(day));
    return salesPoint({ key: KEY_OF.weekday(monday + weekday) }, sold);
  });
}

function add(a: Sold, b: Sold = NO_SALES): Sold {
  return { revenue: a.revenue + b.revenue, orders: a.orders + b.orders };
}

import type { Grouping, SalesPoint } from './reports';

/** 1 January 2024 was a Monday: from it weekdays count. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * What a point of the sales report is of, as people write it.
 *
 * @param locale BCP 47
 * @param nameless what is said of sales whose section is gone
 */
export function pointLabel(point: SalesPoint, groupBy: Grouping, locale: string, nameless: string): string {
  const write = (moment: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(moment);
  const key = point.key ?? '';
  switch (groupBy) {
    case 'day':
      return write(Date.parse(key), { weekday: 'short', day: 'numeric', month: 'short' });
    case 'week':
      return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(
        Date.parse(point.from ?? ''),
        Date.parse(point.to ?? ''),
      );
    case 'month':
      return write(Date.parse(`${key}-01`), { month: 'long', year: 'numeric' });
    case 'weekday':
      return write(MONDAY + (Number(key) - 1) * DAY, { weekday: 'long' });
    case 'hour':
      return write(MONDAY + Number(key) * HOUR, { hour: 'numeric' });
    case 'section':
    case 'product':
      return point.name ?? nameless;
  }
}

/** The revenue of each point before, in the places of those that it is compared with; what is missing is null. */
export function alongside(points: readonly SalesPoint[], earlier: readonly SalesPoint[]): (number | null)[] {
  return points.map((_, at) => earlier[at]?.revenue ?? null);
}

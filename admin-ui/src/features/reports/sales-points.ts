import { DAY_MS, HOUR_MS } from 'ui-common/dates/durations';
import type { Grouping, SalesPoint } from './reports';

/** A Monday (1 January 2024), as the base for weekday names. */
const MONDAY = Date.UTC(2024, 0, 1);

/**
 * Returns the label of a point in the sales report.
 *
 * @param locale BCP 47
 * @param deletedLabel label for sales whose section has been deleted
 */
export function pointLabel(
  point: SalesPoint,
  groupBy: Grouping,
  locale: string,
  deletedLabel: string,
): string {
  const format = (moment: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(moment);
  const key = point.key ?? '';
  switch (groupBy) {
    case 'day':
      return format(Date.parse(key), { weekday: 'short', day: 'numeric', month: 'short' });
    case 'week':
      return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(
        Date.parse(point.from ?? ''),
        Date.parse(point.to ?? ''),
      );
    case 'month':
      return format(Date.parse(`${key}-01`), { month: 'long', year: 'numeric' });
    case 'weekday':
      return format(MONDAY + (Number(key) - 1) * DAY_MS, { weekday: 'long' });
    case 'hour':
      return format(MONDAY + Number(key) * HOUR_MS, { hour: 'numeric' });
    case 'section':
    case 'product':
      return point.name ?? deletedLabel;
  }
}

/** Returns the previous period's revenue for each point by position; null if there is none. */
export function alignEarlier(
  points: readonly SalesPoint[],
  earlier: readonly SalesPoint[],
): (number | null)[] {
  return points.map((_, i) => earlier[i]?.revenue ?? null);
}

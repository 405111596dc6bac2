import { DAY_MS } from './durations.ts';
import { toIsoDate } from './iso-time.ts';

/**
 * Returns the current day in the store's time zone, or the day some days ago: "2026-11-25".
 *
 * @param now milliseconds since 1970
 * @param timeZone IANA name, such as "Asia/Kolkata"
 */
export function storeDay(now: number, timeZone: string, daysAgo = 0): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const today = Date.parse(`${part('year')}-${part('month')}-${part('day')}`);
  return toIsoDate(today - daysAgo * DAY_MS);
}

/** Formats "2026-11-25" as "25 Nov 2026". @param locale BCP 47 tag */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}

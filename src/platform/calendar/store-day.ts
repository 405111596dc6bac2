import { DAY_MS, HOUR_MS, SECOND_MS } from '../common/durations.js';
import { dateTimeFormat } from '../common/intl.js';
import { toIsoDate } from '../common/iso-time.js';

/** The last result. Many requests ask for the day of the same second, and to format it costs more than to price their carts. */
let latest = { second: Number.NaN, timeZone: '', day: '' };

/** Returns the calendar day of an instant in a time zone, as YYYY-MM-DD. */
export function dayInTimeZone(instant: number, timeZone: string): string {
  // Time zones differ from UTC by whole seconds.
  const second = Math.floor(instant / SECOND_MS);
  if (latest.second !== second || latest.timeZone !== timeZone)
    latest = { second, timeZone, day: formattedDay(instant, timeZone) };
  return latest.day;
}

function formattedDay(instant: number, timeZone: string): string {
  const formatter = dateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = formatter.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/**
 * Returns the first instant of a calendar day in a time zone, even if its clocks change at midnight. It is found by binary
 * search, which assumes that local days never go back.
 *
 * @param day YYYY-MM-DD
 */
export function startOfDay(day: string, timeZone: string): number {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // Time zones are at most 14 hours ahead of UTC and 12 behind.
  let before = utcMidnight - 15 * HOUR_MS;
  let start = utcMidnight + 15 * HOUR_MS;
  while (start - before > 1) {
    const middle = Math.floor((before + start) / 2);
    if (dayInTimeZone(middle, timeZone) < day) before = middle;
    else start = middle;
  }
  return start;
}

/** Returns the calendar day that is a number of days before another, both as YYYY-MM-DD. */
export function daysBefore(day: string, days: number): string {
  return toIsoDate(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS);
}

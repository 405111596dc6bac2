import { DAY_MS } from 'ui-common/dates/durations';
import { toIsoDate, toIsoString } from 'ui-common/dates/iso-time';

/**
 * Returns the start of a day in the store's time zone, as an ISO timestamp for the API.
 *
 * @param day "2026-11-25"
 * @param timeZone IANA name, such as "Asia/Kolkata"
 */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Repeat with the first result: if clocks change in between, the first offset may be the wrong one.
  const first = midnight - offsetAt(midnight, timeZone);
  return toIsoString(midnight - offsetAt(first, timeZone));
}

/** Returns the end of a day (exclusive) in the store's time zone, as an ISO timestamp. */
export function endOfDay(day: string, timeZone: string): string {
  return startOfDay(addDays(day, 1), timeZone);
}

/** Adds days to a date: "2026-11-30" and 1 return "2026-12-01". */
export function addDays(day: string, days: number): string {
  return toIsoDate(Date.parse(day) + days * DAY_MS);
}

/** Returns true if the text is a calendar date. Values from a URL may be anything. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Returns a time zone's offset from UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - moment;
}

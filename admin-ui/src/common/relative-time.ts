import { SECOND_MS } from 'ui-common/dates/durations';

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/**
 * Formats a relative time ("3 hours ago", "in 5 minutes", "now") in the largest unit that fits at least once.
 *
 * @param moment and now: milliseconds since 1970
 * @param locale BCP 47
 */
export function ago(moment: number, now: number, locale: string): string {
  const seconds = (moment - now) / SECOND_MS;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const match = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  return match === undefined
    ? format.format(0, 'second')
    : format.format(Math.trunc(seconds / match[1]), match[0]);
}

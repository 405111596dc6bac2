import { MINUTE_MS } from '../../platform/common/durations.js';
import { dateTimeFormat } from '../../platform/common/intl.js';

/** Returns the start of the hour of an instant in a time zone. Some zones are offset by a fraction of an hour. */
export function startOfHour(instant: number, timeZone: string): number {
  const format = dateTimeFormat('en-US-u-nu-latn', { timeZone, minute: 'numeric' });
  return instant - Number(format.format(instant)) * MINUTE_MS - (instant % MINUTE_MS);
}

const MINUTE_MS = 60_000;

export const HOUR_MS = 60 * MINUTE_MS;

/** Returns the start of the hour of an instant in a time zone. Some zones are offset by a fraction of an hour. */
export function startOfHour(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US-u-nu-latn', { timeZone, minute: 'numeric' });
  return instant - Number(format.format(instant)) * MINUTE_MS - (instant % MINUTE_MS);
}

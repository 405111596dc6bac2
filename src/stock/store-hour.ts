const MINUTE = 60_000;

export const HOUR = 60 * MINUTE;

/** When the hour began that a moment is in, by the clocks of a time zone: some differ from others by half an hour. */
export function startOfHour(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US-u-nu-latn', { timeZone, minute: 'numeric' });
  return instant - Number(format.format(instant)) * MINUTE - (instant % MINUTE);
}

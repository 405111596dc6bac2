const DAY = 86_400_000;

/**
 * The moment at which a day begins where the store is, as the API wants it.
 *
 * @param day "2026-11-25"
 * @param timeZone IANA, as "Asia/Kolkata"
 */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Once more with the first result: where clocks change in between, the first offset may be of the other side.
  const first = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(first, timeZone)).toISOString();
}

/** The moment at which a day is over where the store is. */
export function endOfDay(day: string, timeZone: string): string {
  return startOfDay(addDays(day, 1), timeZone);
}

/** "2026-11-30" and 1 make "2026-12-01". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar: what stands in an address may be anything. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Milliseconds by which the clock of a zone is ahead of UTC at a moment. */
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
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - moment;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** By time zone. To make one takes far longer than to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, as YYYY-MM-DD. */
export function dayInTimeZone(instant: number, timeZone: string): string {
  const parts = formatIn(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * The first moment of a calendar day in a time zone, also where its clocks are changed at midnight. It is searched for:
 * days only ever follow one another.
 *
 * @param day YYYY-MM-DD
 */
export function startOfDay(day: string, timeZone: string): number {
  const atGreenwich = Date.parse(`${day}T00:00:00Z`);
  // Time zones are at most 14 hours ahead of Greenwich and 12 behind it.
  let before = atGreenwich - 15 * HOUR;
  let from = atGreenwich + 15 * HOUR;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayInTimeZone(middle, timeZone) < day) before = middle;
    else from = middle;
  }
  return from;
}

/** The calendar day that is so many days before another, both YYYY-MM-DD. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

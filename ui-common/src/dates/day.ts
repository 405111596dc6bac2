const DAY = 86_400_000;

/**
 * The day that it is, or was some days ago, where the store is: "2026-11-25".
 *
 * @param now milliseconds since 1970
 * @param timeZone IANA, as "Asia/Kolkata"
 */
export function storeDay(now: number, timeZone: string, daysAgo = 0): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const today = Date.parse(`${part('year')}-${part('month')}-${part('day')}`);
  return new Date(today - daysAgo * DAY).toISOString().slice(0, 10);
}

/** "2026-11-25" as people write it: 25 Nov 2026. @param locale BCP 47 */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}

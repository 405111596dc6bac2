const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** The moment at which the day of an instant began in a time zone: midnight, or where clocks skip it the first after it. */
export function dayStart(instant: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const wall = wallTime(clock, instant);
  const midnight = wall - (wall % 86_400_000);
  // How far the clock is from UTC may differ between now and midnight: twice is enough to find it.
  const guess = midnight - (wall - seconds(instant));
  return midnight - (wallTime(clock, guess) - guess);
}

/** What a clock shows at an instant, as if it were UTC. */
function wallTime(clock: Intl.DateTimeFormat, instant: number): number {
  const shown = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 0, ...rest] = PARTS.map((part) => shown.get(part) ?? 0);
  const [day = 0, hour = 0, minute = 0, second = 0] = rest;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Without what is less than a second, which no clock shows. */
function seconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

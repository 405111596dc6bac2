import { DAY } from './calendar-days.js';

/** From when on a time zone is how far ahead of UTC. */
export interface ZoneOffset {
  /** An instant in milliseconds since 1970. */
  readonly since: number;
  /** Milliseconds to add to an instant to get what the clocks of the zone show. */
  readonly offset: number;
}

/** No zone has kept an offset for less than a week, by an hour, since 2000: looking every six days misses none. */
const STEP = 6 * DAY;

/**
 * The offsets of a time zone between two instants, oldest first: one, and another for each change of its clocks. The
 * first holds from `from` on; each other from the very millisecond at which the clocks change.
 *
 * The changes are found in Node's own time zone data, which is the same whatever the database, and SQLite knows none.
 */
export function zoneOffsets(timeZone: string, from: number, until: number): ZoneOffset[] {
  const offsetAt = offsetsIn(timeZone);
  const found: ZoneOffset[] = [{ since: from, offset: offsetAt(from) }];
  for (let start = from; start < until; start += STEP) {
    const end = Math.min(start + STEP, until);
    const offset = offsetAt(end);
    if (offset !== found.at(-1)?.offset) found.push({ since: changeBetween(start, end, offsetAt), offset });
  }
  return found;
}

/** The first instant after `before` at which the offset is what it is at `after`. */
function changeBetween(before: number, after: number, offsetAt: (instant: number) => number): number {
  const offset = offsetAt(after);
  let [unchanged, changed] = [before, after];
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2);
    if (offsetAt(middle) === offset) changed = middle;
    else unchanged = middle;
  }
  return changed;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetsIn(timeZone: string): (instant: number) => number {
  const formatter = formatters.get(timeZone) ?? newFormatter(timeZone);
  formatters.set(timeZone, formatter);
  return (instant) => {
    // It writes month/day/year, hour:minute:second. Milliseconds are the same in every zone.
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
      formatter.format(instant).match(/\d+/g)?.map(Number) ?? [];
    const milliseconds = ((instant % 1000) + 1000) % 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - instant;
  };
}

function newFormatter(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

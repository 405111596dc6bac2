import { DAY_MS, SECOND_MS } from '../common/durations.js';
import { dateTimeFormat } from '../common/intl.js';

/** The UTC offset of a time zone, and the instant from which it applies. */
export interface ZoneOffset {
  /** Start in milliseconds since 1970. */
  readonly since: number;
  /** Milliseconds to add to an instant to get the zone's local time. */
  readonly offset: number;
}

/** Since 2000, the shortest-lived offset lasted a week less an hour: sampling every six days misses none. */
const STEP_MS = 6 * DAY_MS;

/**
 * Returns the UTC offsets of a time zone between two instants, oldest first: one, plus one for each clock change. The first
 * applies from `from` on, each other one from the exact millisecond of its clock change.
 *
 * The changes come from Node's own time zone data: it is the same for both databases, and SQLite has none.
 */
export function zoneOffsets(timeZone: string, from: number, until: number): ZoneOffset[] {
  const offsetAt = offsetsIn(timeZone);
  const offsets: ZoneOffset[] = [{ since: from, offset: offsetAt(from) }];
  for (let start = from; start < until; start += STEP_MS) {
    const end = Math.min(start + STEP_MS, until);
    const offset = offsetAt(end);
    if (offset !== offsets.at(-1)?.offset)
      offsets.push({ since: changeBetween(start, end, offsetAt), offset });
  }
  return offsets;
}

/**
 * Returns the instant of a local time in a time zone. A time that the clocks skip is as much earlier, and of one that
 * they repeat, one of the two is returned.
 *
 * @param local the local time in milliseconds since 1970, as if it were in UTC
 */
export function instantOf(local: number, timeZone: string): number {
  const offsetAt = offsetsIn(timeZone);
  // The offset at that instant is not known yet: the one at a time nearby is, and finds it.
  return local - offsetAt(local - offsetAt(local));
}

/** Returns the first instant after `before` at which the offset equals the one at `after`. */
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

function offsetsIn(timeZone: string): (instant: number) => number {
  const formatter = dateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    // The format is month/day/year, hour:minute:second. Milliseconds are the same in every zone.
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
      formatter.format(instant).match(/\d+/g)?.map(Number) ?? [];
    const milliseconds = ((instant % SECOND_MS) + SECOND_MS) % SECOND_MS;
    return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - instant;
  };
}

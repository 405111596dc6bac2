import { DAY_MS } from '../common/durations.js';
import { formatDay } from './calendar-days.js';
import { zoneOffsets, type ZoneOffset } from './zone-offsets.js';

/** Clocks are at most 14 hours ahead of UTC and 12 behind; one more day costs nothing. */
const MARGIN_MS = 2 * DAY_MS;

/**
 * A range of days as the clocks of the store's time zone show them, both ends included. A day may have 23, 24 or 25
 * hours.
 */
export class DayRange {
  /** UTC offsets that apply in the range, oldest first; never empty. */
  readonly offsets: readonly [ZoneOffset, ...ZoneOffset[]];

  /**
   * @param timeZone IANA name
   * @param first number of the first day, see `calendar-days.ts`
   * @param last number of the last day
   */
  constructor(
    readonly timeZone: string,
    readonly first: number,
    readonly last: number,
  ) {
    const [earliest, ...changes] = zoneOffsets(
      timeZone,
      first * DAY_MS - MARGIN_MS,
      (last + 1) * DAY_MS + MARGIN_MS,
    );
    if (earliest === undefined) throw new RangeError(`No UTC offset for time zone ${timeZone}.`);
    this.offsets = [earliest, ...changes];
  }

  /** Number of days. */
  get count(): number {
    return this.last - this.first + 1;
  }

  /** Both ends as YYYY-MM-DD. */
  get texts(): { readonly from: string; readonly to: string } {
    return { from: formatDay(this.first), to: formatDay(this.last) };
  }

  /** Instant at which the range begins; see {@link firstInstantAt}. */
  get begins(): number | undefined {
    return firstInstantAt(this.offsets, this.first * DAY_MS);
  }

  /** Instant at which the range ends; see {@link firstInstantAt}. */
  get ends(): number | undefined {
    return firstInstantAt(this.offsets, (this.last + 1) * DAY_MS);
  }

  /** Returns the range of the same length just before this one. */
  before(): DayRange {
    return new DayRange(this.timeZone, this.first - this.count, this.first - 1);
  }

  /** Returns this range extended back to an earlier first day. */
  since(first: number): DayRange {
    return new DayRange(this.timeZone, first, this.last);
  }

  /** Returns the local day of an instant in a time zone, as a range of one day. */
  static at(instant: number, timeZone: string): DayRange {
    const [current] = zoneOffsets(timeZone, instant, instant);
    const day = Math.floor((instant + (current?.offset ?? 0)) / DAY_MS);
    return new DayRange(timeZone, day, day);
  }
}

/**
 * Returns the first instant from which the clocks always show `local` or later. Returns undefined if the clocks are set
 * back across it, and so reach it twice.
 */
function firstInstantAt(offsets: readonly ZoneOffset[], local: number): number | undefined {
  const index = offsets.findIndex(({ offset }, i) => (offsets[i + 1]?.since ?? Infinity) + offset > local);
  const match = offsets[index];
  const isSetBack = offsets.slice(index + 1).some(({ since, offset }) => since + offset < local);
  return match === undefined || isSetBack ? undefined : Math.max(match.since, local - match.offset);
}

import { DAY, dayText } from './calendar-days.js';
import { zoneOffsets, type ZoneOffset } from './zone-offsets.js';

/** Clocks are at most fourteen hours ahead of UTC, and twelve behind; a day more than that costs nothing. */
const MARGIN = 2 * DAY;

/**
 * A run of whole days as the clocks of the store's time zone show them, both ends included. A day is what the clocks say
 * it is, whether it has 23, 24 or 25 hours.
 */
export class DayRange {
  /** The offsets that hold in it, oldest first; never empty. */
  readonly offsets: readonly [ZoneOffset, ...ZoneOffset[]];

  /**
   * @param timeZone its IANA name
   * @param first the first day's number, see `calendar-days.ts`
   * @param last the last day's
   */
  constructor(
    readonly timeZone: string,
    readonly first: number,
    readonly last: number,
  ) {
    const [earliest, ...changes] = zoneOffsets(timeZone, first * DAY - MARGIN, (last + 1) * DAY + MARGIN);
    if (earliest === undefined) throw new RangeError(`${timeZone} has no offset from UTC.`);
    this.offsets = [earliest, ...changes];
  }

  /** How many days it has. */
  get count(): number {
    return this.last - this.first + 1;
  }

  /** Both ends as YYYY-MM-DD. */
  get texts(): { readonly from: string; readonly to: string } {
    return { from: dayText(this.first), to: dayText(this.last) };
  }

  /** The instant at which they begin; see {@link reached}. */
  get begins(): number | undefined {
    return reached(this.offsets, this.first * DAY);
  }

  /** The instant at which they are over; see {@link reached}. */
  get ends(): number | undefined {
    return reached(this.offsets, (this.last + 1) * DAY);
  }

  /** As many days, just before these. */
  before(): DayRange {
    return new DayRange(this.timeZone, this.first - this.count, this.first - 1);
  }

  /** The same days and some more in front. */
  since(first: number): DayRange {
    return new DayRange(this.timeZone, first, this.last);
  }

  /** The day on which the clocks of a time zone stand at an instant, alone. */
  static at(instant: number, timeZone: string): DayRange {
    const [now] = zoneOffsets(timeZone, instant, instant);
    const day = Math.floor((instant + (now?.offset ?? 0)) / DAY);
    return new DayRange(timeZone, day, day);
  }
}

/**
 * The first instant at which the clocks show a local time or a later one, as they do ever after; undefined where they are put
 * back over it, so that they come to it twice.
 */
function reached(offsets: readonly ZoneOffset[], local: number): number | undefined {
  const index = offsets.findIndex(({ offset }, i) => (offsets[i + 1]?.since ?? Infinity) + offset > local);
  const found = offsets[index];
  const isPutBack = offsets.slice(index + 1).some(({ since, offset }) => since + offset < local);
  return found === undefined || isPutBack ? undefined : Math.max(found.since, local - found.offset);
}

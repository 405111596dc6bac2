import { isCalendarDate } from '../../platform/calendar/iso-date.js';
import { instantOf } from '../../platform/calendar/zone-offsets.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../platform/common/durations.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { withLatinDigits } from '../../platform/common/text.js';
import { readDate } from './written-cells.js';

/** How dates are written in the store's country, and where its clocks are. */
export interface TimeFormat {
  readonly isMonthFirst: boolean;
  readonly timeZone: string;
}

/** A date, and maybe a time with or without its offset: "2026-01-31", "31/1/2026 9:30 pm", "2026-01-31 09:30:00 +0530". */
const TIME =
  /^(?<date>[\d./-]+)(?:(?:T|,?\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<offset>Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/** Stands for the time of the day where only the day is known. */
const NOON = { hour: '12', minute: '00' };

/**
 * Returns a time as people and other programs write it in ISO 8601, and any other text as it is. Without an offset, it is
 * meant in the store's time zone.
 */
export function writtenTime(text: string, { isMonthFirst, timeZone }: TimeFormat): string {
  const groups = TIME.exec(withLatinDigits(text).trim())?.groups;
  if (groups === undefined) return text;
  const day = readDate(groups.date ?? '', isMonthFirst);
  const { half, offset } = groups;
  const { hour = NOON.hour, minute = NOON.minute, second = '0' } = groups;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (!isCalendarDate(day) || hours > 23 || Number(minute) > 59 || Number(second) > 59) return text;
  const local =
    Date.parse(`${day}T00:00:00Z`) +
    hours * HOUR_MS +
    Number(minute) * MINUTE_MS +
    Number(second) * SECOND_MS;
  return toIsoString(offset === undefined ? instantOf(local, timeZone) : local - offsetMs(offset));
}

function offsetMs(offset: string): number {
  const { sign, hours, minutes } =
    /^(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)$/.exec(offset)?.groups ?? {};
  if (sign === undefined) return 0;
  const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  return sign === '-' ? -size : size;
}

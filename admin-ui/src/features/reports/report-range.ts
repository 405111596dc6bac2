import { addDays, isDay } from '../../common/day-range';

export const PRESETS = [
  'today',
  'last-7',
  'last-30',
  'last-90',
  'this-month',
  'last-month',
  'this-year',
] as const;
export type Preset = (typeof PRESETS)[number];

/** A range of dates in the store's time zone, both inclusive. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

const DEFAULT_PRESET: Preset = 'last-30';
const MAX_DAYS = 731;

/** Returns the dates of a preset. @param today date in the store's time zone, such as "2026-11-25" */
export function rangeOf(preset: Preset, today: string): Range {
  const month = today.slice(0, 8);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'last-7':
      return { from: addDays(today, -6), to: today };
    case 'last-30':
      return { from: addDays(today, -29), to: today };
    case 'last-90':
      return { from: addDays(today, -89), to: today };
    case 'this-month':
      return { from: `${month}01`, to: today };
    case 'last-month': {
      const last = addDays(`${month}01`, -1);
      return { from: `${last.slice(0, 8)}01`, to: last };
    }
    case 'this-year':
      return { from: `${today.slice(0, 5)}01-01`, to: today };
  }
}

/** Reads the range from a URL query: a preset, or two dates. Invalid values fall back to the default preset. */
export function readRange(
  query: Readonly<Record<string, unknown>>,
  today: string,
): Range & { readonly preset: Preset | undefined } {
  const [from, to] = [query['from'], query['to']].map((day) => (typeof day === 'string' ? day : undefined));
  if (isDay(from) && isDay(to) && from <= to && to <= addDays(from, MAX_DAYS))
    return { from, to, preset: undefined };
  const preset = PRESETS.find((name) => name === query['range']) ?? DEFAULT_PRESET;
  return { ...rangeOf(preset, today), preset };
}

/** Returns the relative change from `before`; undefined if `before` is 0. */
export function growth(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}

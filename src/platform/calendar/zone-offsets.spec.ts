import { HOUR_MS } from '../common/durations.js';
import { zoneOffsets } from './zone-offsets.js';

const YEAR_FROM = Date.parse('2026-01-01T00:00:00Z');
const YEAR_UNTIL = Date.parse('2027-01-01T00:00:00Z');

function offsetsOf(zone: string, from = YEAR_FROM, until = YEAR_UNTIL): [string, number][] {
  return zoneOffsets(zone, from, until).map(({ since, offset }) => [
    new Date(since).toISOString(),
    offset / HOUR_MS,
  ]);
}

it.each([
  ['Asia/Kolkata', 5.5],
  ['Pacific/Kiritimati', 14],
  ['Asia/Kathmandu', 5.75],
  ['Pacific/Pago_Pago', -11],
  ['UTC', 0],
])('finds the only offset of %s in a year: %d hours', (zone, hours) => {
  expect(offsetsOf(zone)).toEqual([['2026-01-01T00:00:00.000Z', hours]]);
});

it.each<[string, [string, number][]]>([
  [
    'Europe/Berlin',
    [
      ['2026-03-29T01:00:00.000Z', 2],
      ['2026-10-25T01:00:00.000Z', 1],
    ],
  ],
  [
    'America/St_Johns',
    [
      ['2026-03-08T05:30:00.000Z', -2.5],
      ['2026-11-01T04:30:00.000Z', -3.5],
    ],
  ],
  // Daylight saving of half an hour, in a summer that spans the new year.
  [
    'Australia/Lord_Howe',
    [
      ['2026-04-04T15:00:00.000Z', 10.5],
      ['2026-10-03T15:30:00.000Z', 11],
    ],
  ],
  // Clocks skip midnight.
  [
    'Africa/Cairo',
    [
      ['2026-04-23T22:00:00.000Z', 3],
      ['2026-10-29T21:00:00.000Z', 2],
    ],
  ],
  // Two changes a year, for Ramadan.
  [
    'Africa/Casablanca',
    [
      ['2026-02-15T02:00:00.000Z', 0],
      ['2026-03-22T02:00:00.000Z', 1],
    ],
  ],
])('finds the clock changes of %s to the millisecond', (zone, changes) => {
  expect(offsetsOf(zone).slice(1)).toEqual(changes);
});

it('finds the change by which a zone skipped a day', () => {
  const around = [Date.parse('2011-12-29T00:00:00Z'), Date.parse('2011-12-31T00:00:00Z')] as const;
  expect(offsetsOf('Pacific/Apia', ...around)).toEqual([
    ['2011-12-29T00:00:00.000Z', -10],
    ['2011-12-30T10:00:00.000Z', 14],
  ]);
});

it('finds a change in the last millisecond of the period', () => {
  const until = Date.parse('2026-03-29T01:00:00Z');
  expect(offsetsOf('Europe/Berlin', YEAR_FROM, until)).toHaveLength(2);
  expect(offsetsOf('Europe/Berlin', YEAR_FROM, until - 1)).toHaveLength(1);
});

it('finds an offset that lasts only a week', () => {
  const changes = offsetsOf(
    'America/Recife',
    Date.parse('2000-09-01T00:00:00Z'),
    Date.parse('2000-12-01T00:00:00Z'),
  );
  expect(changes).toEqual([
    ['2000-09-01T00:00:00.000Z', -3],
    ['2000-10-08T03:00:00.000Z', -2],
    ['2000-10-15T02:00:00.000Z', -3],
  ]);
});

import { HOUR_MS } from '../common/durations.js';
import { dayNumber } from './calendar-days.js';
import { DayRange } from './day-ranges.js';

const days = (timeZone: string, from: string, to = from): DayRange =>
  new DayRange(timeZone, dayNumber(from), dayNumber(to));

const instant = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

const hoursOf = ({ begins, ends }: DayRange): number | undefined =>
  begins === undefined || ends === undefined ? undefined : (ends - begins) / HOUR_MS;

describe('a DayRange of one day', () => {
  it.each([
    ['Asia/Kolkata', '2026-06-01', '2026-05-31T18:30:00.000Z', 24],
    ['Pacific/Kiritimati', '2028-02-29', '2028-02-28T10:00:00.000Z', 24],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
    // Clocks skip midnight: the day begins at one o'clock.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
    // The previous day does not exist.
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', 24],
  ])('in %s, %s begins at %s and has %d hours', (zone, day, begins, hours) => {
    expect(instant(days(zone, day).begins)).toBe(begins);
    expect(hoursOf(days(zone, day))).toBe(hours);
  });

  it('has zero hours if the day does not exist', () => {
    expect(hoursOf(days('Pacific/Apia', '2011-12-30'))).toBe(0);
  });

  it('has no start if the day begins twice', () => {
    const { begins, ends } = days('America/St_Johns', '2010-11-07');
    expect(begins).toBeUndefined();
    expect(instant(ends)).toBe('2010-11-08T03:30:00.000Z');
    expect(days('America/St_Johns', '2010-11-06').ends).toBeUndefined();
  });
});

it('returns the local day of an instant', () => {
  const at = (time: string, zone: string): string => DayRange.at(Date.parse(time), zone).texts.from;
  expect(at('2026-01-31T10:00:00Z', 'Pacific/Kiritimati')).toBe('2026-02-01');
  expect(at('2026-01-31T09:59:59.999Z', 'Pacific/Kiritimati')).toBe('2026-01-31');
  expect(at('2010-11-07T02:30:59Z', 'America/St_Johns')).toBe('2010-11-07');
  expect(at('2010-11-07T02:31:00Z', 'America/St_Johns')).toBe('2010-11-06');
});

it('returns the preceding range of the same length', () => {
  const week = days('Europe/Berlin', '2026-03-26', '2026-04-01');
  expect([week.count, week.before().texts]).toEqual([7, { from: '2026-03-19', to: '2026-03-25' }]);
});

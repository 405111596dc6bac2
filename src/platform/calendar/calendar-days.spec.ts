import { DAY_MS } from '../common/durations.js';
import {
  dayNumber,
  daysOfMonth,
  formatDay,
  mondayOf,
  monthAfter,
  monthBefore,
  monthOf,
  weekdayOf,
  isoWeekOf,
} from './calendar-days.js';

describe('dayNumber and dayText', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-03-01', 20_513],
  ])('convert %s to %d and back', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(formatDay(number)).toBe(day);
  });

  it('count a leap day', () => {
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
    expect(dayNumber('2026-03-01') - dayNumber('2026-02-28')).toBe(1);
  });
});

describe('mondayOf, weekdayOf and weekOf', () => {
  it('start weeks on Monday', () => {
    expect(['2026-06-01', '2026-06-06', '2026-06-07'].map((day) => weekdayOf(dayNumber(day)))).toEqual([
      1, 6, 7,
    ]);
    expect(formatDay(mondayOf(dayNumber('2026-06-07')))).toBe('2026-06-01');
    expect(formatDay(mondayOf(dayNumber('2026-06-01')))).toBe('2026-06-01');
    expect(formatDay(mondayOf(dayNumber('1969-12-31')))).toBe('1969-12-29');
  });

  it.each([
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-04', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
  ])('assign %s to ISO week %s', (day, week) => {
    expect(isoWeekOf(dayNumber(day))).toBe(week);
  });

  it('agree with Date on the weekdays of ten years', () => {
    for (let day = dayNumber('2020-01-01'); day < dayNumber('2030-01-01'); day++) {
      expect(weekdayOf(day) % 7).toBe(new Date(day * DAY_MS).getUTCDay());
    }
  });
});

describe('daysOfMonth, monthBefore, monthAfter and monthOf', () => {
  it('return the first and the last day of a month', () => {
    const spanOf = (month: string): string[] => {
      const { first, last } = daysOfMonth(month);
      return [formatDay(first), formatDay(last)];
    };
    expect(spanOf('2026-02')).toEqual(['2026-02-01', '2026-02-28']);
    expect(spanOf('2028-02')).toEqual(['2028-02-01', '2028-02-29']);
    expect(spanOf('2026-12')).toEqual(['2026-12-01', '2026-12-31']);
  });

  it('return the previous and the next month', () => {
    expect(monthAfter('2026-11')).toBe('2026-12');
    expect(monthAfter('2026-12')).toBe('2027-01');
    expect(monthBefore('2027-01')).toBe('2026-12');
    expect(monthBefore('2028-03')).toBe('2028-02');
    expect(monthOf(dayNumber('2027-01-31'))).toBe('2027-01');
  });
});

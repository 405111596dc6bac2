import {
  DAY,
  dayNumber,
  daysOfMonth,
  dayText,
  mondayOf,
  monthAfter,
  monthBefore,
  monthOf,
  weekdayOf,
  weekOf,
} from './calendar-days.js';

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-03-01', 20_513],
  ])('of %s is %d, and back', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(dayText(number)).toBe(day);
  });

  it('counts on by one over a leap day', () => {
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
    expect(dayNumber('2026-03-01') - dayNumber('2026-02-28')).toBe(1);
  });
});

describe('weeks', () => {
  it('begin on Monday', () => {
    expect(['2026-06-01', '2026-06-06', '2026-06-07'].map((day) => weekdayOf(dayNumber(day)))).toEqual([
      1, 6, 7,
    ]);
    expect(dayText(mondayOf(dayNumber('2026-06-07')))).toBe('2026-06-01');
    expect(dayText(mondayOf(dayNumber('2026-06-01')))).toBe('2026-06-01');
    expect(dayText(mondayOf(dayNumber('1969-12-31')))).toBe('1969-12-29');
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
  ])('%s is in %s', (day, week) => {
    expect(weekOf(dayNumber(day))).toBe(week);
  });

  it('agree with the weekdays of Date over ten years', () => {
    for (let day = dayNumber('2020-01-01'); day < dayNumber('2030-01-01'); day++) {
      expect(weekdayOf(day) % 7).toBe(new Date(day * DAY).getUTCDay());
    }
  });
});

describe('months', () => {
  it('have their first and last day', () => {
    const spanOf = (month: string): string[] => {
      const { first, last } = daysOfMonth(month);
      return [dayText(first), dayText(last)];
    };
    expect(spanOf('2026-02')).toEqual(['2026-02-01', '2026-02-28']);
    expect(spanOf('2028-02')).toEqual(['2028-02-01', '2028-02-29']);
    expect(spanOf('2026-12')).toEqual(['2026-12-01', '2026-12-31']);
  });

  it('follow one another', () => {
    expect(monthAfter('2026-11')).toBe('2026-12');
    expect(monthAfter('2026-12')).toBe('2027-01');
    expect(monthBefore('2027-01')).toBe('2026-12');
    expect(monthBefore('2028-03')).toBe('2028-02');
    expect(monthOf(dayNumber('2027-01-31'))).toBe('2027-01');
  });
});

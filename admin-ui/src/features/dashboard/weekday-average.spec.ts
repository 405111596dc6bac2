import { describe, expect, it } from 'vitest';
import { growth, weekdayAverage } from './weekday-average';

const day = (revenue: number, wholeDay: number) => ({ day: '2026-11-19', orders: 1, revenue, wholeDay });

describe('weekdayAverage', () => {
  it('returns the mean of past weeks, rounded to minor units', () => {
    expect(weekdayAverage([day(1000, 3000), day(2001, 5000)])).toEqual({
      revenue: 1501,
      wholeDay: 4000,
      weeks: 2,
    });
  });

  it('omits days without sales and keeps days that started late', () => {
    expect(weekdayAverage([day(1000, 3000), day(0, 0), day(0, 1000)])).toEqual({
      revenue: 500,
      wholeDay: 2000,
      weeks: 2,
    });
  });

  it('returns undefined if nothing was sold', () => {
    expect(weekdayAverage([day(0, 0)])).toBeUndefined();
    expect(weekdayAverage([])).toBeUndefined();
  });
});

describe('growth', () => {
  it('returns the relative change, or undefined without a baseline', () => {
    expect(growth(125, 100)).toBe(0.25);
    expect(growth(0, 100)).toBe(-1);
    expect(growth(5, 0)).toBeUndefined();
  });
});

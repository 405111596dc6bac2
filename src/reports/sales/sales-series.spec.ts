import { dayNumber } from '../../platform/calendar/calendar-days.js';
import { pointsOfDays, pointsOfHours, salesPoint, type Sold } from './sales-series.js';

const span = (from: string, to: string): { first: number; last: number } => ({
  first: dayNumber(from),
  last: dayNumber(to),
});

const sales = (byDay: Record<string, [revenue: number, orders: number]>): Map<number, Sold> =>
  new Map(Object.entries(byDay).map(([day, [revenue, orders]]) => [dayNumber(day), { revenue, orders }]));

describe('pointsOfDays', () => {
  const sold = sales({ '2025-12-31': [700, 2], '2026-01-01': [5, 2], '2026-01-05': [1000, 3] });

  it('returns zeros for each day without a sale', () => {
    const points = pointsOfDays(span('2025-12-31', '2026-01-02'), 'day', sold);
    expect(points).toEqual([
      salesPoint({ key: '2025-12-31', from: '2025-12-31', to: '2025-12-31' }, { revenue: 700, orders: 2 }),
      salesPoint({ key: '2026-01-01', from: '2026-01-01', to: '2026-01-01' }, { revenue: 5, orders: 2 }),
      salesPoint({ key: '2026-01-02', from: '2026-01-02', to: '2026-01-02' }, { revenue: 0, orders: 0 }),
    ]);
    expect(points.map((point) => point.averageBasket)).toEqual([350, 3, 0]);
  });

  it('clips the first and the last week to the range', () => {
    const points = pointsOfDays(span('2025-12-30', '2026-01-05'), 'week', sold);
    expect(points.map(({ key, from, to, revenue, orders }) => [key, from, to, revenue, orders])).toEqual([
      ['2026-W01', '2025-12-30', '2026-01-04', 705, 4],
      ['2026-W02', '2026-01-05', '2026-01-05', 1000, 3],
    ]);
  });

  it('sums the days of each month', () => {
    const points = pointsOfDays(span('2025-12-31', '2026-02-01'), 'month', sold);
    expect(points.map(({ key, from, to, revenue }) => [key, from, to, revenue])).toEqual([
      ['2025-12', '2025-12-31', '2025-12-31', 700],
      ['2026-01', '2026-01-01', '2026-01-31', 1005],
      ['2026-02', '2026-02-01', '2026-02-01', 0],
    ]);
  });

  it('returns all seven weekdays even if the range has fewer days', () => {
    const points = pointsOfDays(span('2025-12-31', '2026-01-01'), 'weekday', sold);
    expect(points.map(({ key, orders }) => [key, orders])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 2],
      ['4', 2],
      ['5', 0],
      ['6', 0],
      ['7', 0],
    ]);
  });
});

it('returns 24 hours even if only one has sales', () => {
  const points = pointsOfHours(new Map([[13, { revenue: 10, orders: 4 }]]));
  expect(points).toHaveLength(24);
  expect(points[13]).toMatchObject({ key: '13', revenue: 10, orders: 4, averageBasket: 3 });
  expect(points.reduce((orders, point) => orders + point.orders, 0)).toBe(4);
});

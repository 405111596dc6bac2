import { describe, expect, it } from 'vitest';
import type { SalesPoint } from './reports';
import { alignEarlier, pointLabel } from './sales-points';

const POINT: SalesPoint = {
  key: null,
  name: null,
  from: null,
  to: null,
  revenue: 100,
  orders: 1,
  averageBasket: 100,
  lines: null,
  quantity: null,
  unitType: null,
};

describe('pointLabel', () => {
  it.each([
    ['day', { key: '2026-01-05' }, 'Mon, Jan 5'],
    ['month', { key: '2026-01' }, 'January 2026'],
    ['weekday', { key: '7' }, 'Sunday'],
    ['hour', { key: '14' }, '2 PM'],
    ['product', { name: 'Basmati' }, 'Basmati'],
    ['section', {}, 'Deleted'],
  ] as const)('formats the label of a %s', (groupBy, point, label) => {
    expect(pointLabel({ ...POINT, ...point }, groupBy, 'en-US', 'Deleted').replace(/\u202f/g, ' ')).toBe(
      label,
    );
  });

  it('formats the label of a week as a date range', () => {
    const week = { ...POINT, key: '2026-W02', from: '2026-01-05', to: '2026-01-11' };
    expect(pointLabel(week, 'week', 'en-US', '').replace(/[\u2009\u202f]/g, ' ')).toBe('Jan 5 – 11');
  });
});

describe('alignEarlier', () => {
  it('returns null where the previous period is shorter', () => {
    expect(alignEarlier([POINT, POINT], [{ ...POINT, revenue: 7 }])).toEqual([7, null]);
  });
});

import { describe, expect, it } from 'vitest';
import { growth, hoursSince, soldBy } from './same-hour';

const DAY = [
  { key: '8', revenue: 1000, orders: 2 },
  { key: '9', revenue: 3000, orders: 4 },
  { key: '10', revenue: 500, orders: 1 },
];

describe('today against the same day a week ago', () => {
  it('holds it against as much of that day as has passed today', () => {
    expect(soldBy(DAY, 9)).toEqual({ revenue: 1000, orders: 2 });
    expect(soldBy(DAY, 9.5)).toEqual({ revenue: 2500, orders: 4 });
    expect(soldBy(DAY, 24)).toEqual({ revenue: 4500, orders: 7 });
  });

  it('says how much more it is, and nothing where there was nothing', () => {
    expect(growth(125, 100)).toBe(0.25);
    expect(growth(0, 100)).toBe(-1);
    expect(growth(5, 0)).toBeUndefined();
  });

  it('counts the hours of the day', () => {
    expect(hoursSince('2026-11-25T18:30:00Z', Date.parse('2026-11-25T20:00:00Z'))).toBe(1.5);
  });
});

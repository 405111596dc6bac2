import { describe, expect, it } from 'vitest';
import { growth, rangeOf, readRange } from './report-range';

const TODAY = '2026-03-15';

describe('rangeOf', () => {
  it.each([
    ['today', '2026-03-15', '2026-03-15'],
    ['last-7', '2026-03-09', '2026-03-15'],
    ['this-month', '2026-03-01', '2026-03-15'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['this-year', '2026-01-01', '2026-03-15'],
  ] as const)('resolves the preset %s', (preset, from, to) => {
    expect(rangeOf(preset, TODAY)).toEqual({ from, to });
  });

  it('resolves last month across the turn of the year', () => {
    expect(rangeOf('last-month', '2026-01-10')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});

describe('readRange', () => {
  it('reads a custom range of two dates', () => {
    expect(readRange({ from: '2026-01-01', to: '2026-01-02' }, TODAY)).toEqual({
      from: '2026-01-01',
      to: '2026-01-02',
      preset: undefined,
    });
  });

  it.each([
    { from: '2026-02-02', to: '2026-01-01' },
    { from: 'x', to: '2026-01-01' },
    { from: '2020-01-01', to: '2026-01-01' },
    { range: 'nonsense' },
  ])('falls back to the last 30 days for %o', (query) => {
    expect(readRange(query, TODAY)).toEqual({ from: '2026-02-14', to: TODAY, preset: 'last-30' });
  });
});

describe('growth', () => {
  it('returns the change as a fraction, or undefined from 0', () => {
    expect(growth(150, 100)).toBe(0.5);
    expect(growth(50, 100)).toBe(-0.5);
    expect(growth(50, 0)).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { displayRate } from './rate.ts';

it('returns the rate of one kilogram', () => {
  expect(displayRate(4800, 'kg')).toEqual({ per: 1000, rate: 4800 });
});

it('returns the rate of a hundred grams instead of one gram', () => {
  expect(displayRate(38, 'g')).toEqual({ per: 100_000, rate: 3800 });
});

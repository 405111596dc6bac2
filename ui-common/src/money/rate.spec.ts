import { expect, it } from 'vitest';
import { toldRate } from './rate.ts';

it('tells what one kilo costs', () => {
  expect(toldRate(4800, 'kg')).toEqual({ per: 1000, rate: 4800 });
});

it('tells what a hundred grams cost, not a gram', () => {
  expect(toldRate(38, 'g')).toEqual({ per: 100_000, rate: 3800 });
});

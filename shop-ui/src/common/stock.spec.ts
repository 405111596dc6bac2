import { expect, it } from 'vitest';
import { stockOf } from './stock';

it('counts whole steps', () => {
  expect(stockOf({ quantityAvailable: 0.9, quantityStep: 0.25 })).toEqual({
    left: 750,
    isSoldOut: false,
    isFew: true,
  });
});

it('is sold out where less than a step is left', () => {
  expect(stockOf({ quantityAvailable: 0.2, quantityStep: 0.25 })).toEqual({
    left: 0,
    isSoldOut: true,
    isFew: false,
  });
});

it('has plenty above five steps', () => {
  expect(stockOf({ quantityAvailable: 6, quantityStep: 1 }).isFew).toBe(false);
});

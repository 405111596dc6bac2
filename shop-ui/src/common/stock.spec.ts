import { expect, it } from 'vitest';
import { stockOf } from './stock';

it('rounds the stock down to whole steps', () => {
  expect(stockOf({ quantityAvailable: 0.9, quantityStep: 0.25 })).toEqual({
    left: 750,
    isSoldOut: false,
    isFew: true,
  });
});

it('reports a product with less than one step left as sold out', () => {
  expect(stockOf({ quantityAvailable: 0.2, quantityStep: 0.25 })).toEqual({
    left: 0,
    isSoldOut: true,
    isFew: false,
  });
});

it('does not report more than five steps as few', () => {
  expect(stockOf({ quantityAvailable: 6, quantityStep: 1 }).isFew).toBe(false);
});

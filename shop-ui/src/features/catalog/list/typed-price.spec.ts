import { expect, it } from 'vitest';
import { readPrice, writePrice } from './typed-price';

it.each([
  ['12', 1200],
  ['12.5', 1250],
  ['12,50', 1250],
  [' 0.05 ', 5],
  ['12.', 1200],
])('reads %j as %i', (typed, minorUnits) => {
  expect(readPrice(typed, 2)).toBe(minorUnits);
});

it.each(['', '-1', 'much', '1.234', '1.2.3'])('knows that %j is no price', (typed) => {
  expect(readPrice(typed, 2)).toBeUndefined();
});

it('writes what it reads', () => {
  expect([1250, 1200, 5].map((price) => writePrice(price, 2))).toEqual(['12.50', '12', '0.05']);
  expect(writePrice(undefined, 2)).toBe('');
  expect(writePrice(500, 0)).toBe('500');
});

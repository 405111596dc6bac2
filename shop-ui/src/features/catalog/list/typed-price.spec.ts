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

it.each(['', '-1', 'much', '1.234', '1.2.3'])('returns undefined for %j', (typed) => {
  expect(readPrice(typed, 2)).toBeUndefined();
});

it('formats prices in the way that readPrice accepts', () => {
  expect([1250, 1200, 5].map((price) => writePrice(price, 2))).toEqual(['12.50', '12', '0.05']);
  expect(writePrice(undefined, 2)).toBe('');
  expect(writePrice(500, 0)).toBe('500');
});

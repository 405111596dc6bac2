import fc from 'fast-check';
import { fromThousandths, isMultipleOf, MAX_QUANTITY, toThousandths } from './quantity.js';

describe('toThousandths', () => {
  it('reverses fromThousandths for every quantity', () => {
    const thousandths = fc.integer({ min: -MAX_QUANTITY * 1000, max: MAX_QUANTITY * 1000 });
    fc.assert(fc.property(thousandths, (n) => toThousandths(fromThousandths(n)) === n));
  });

  it.each([
    1.2345,
    0.0001,
    1e-9,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    MAX_QUANTITY + 1,
    '1',
    null,
    undefined,
    [1],
  ])('returns undefined for %p', (quantity) => {
    expect(toThousandths(quantity)).toBeUndefined();
  });
});

describe('isMultipleOf', () => {
  it.each([
    [250, 1_250, true],
    [250, 1_300, false],
    [250, 0, false],
    [250, -250, false],
  ])('for step %d and quantity %d, returns %p', (step, quantity, expected) => {
    expect(isMultipleOf(step, quantity)).toBe(expected);
  });
});

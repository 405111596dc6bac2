import fc from 'fast-check';
import { linePrice } from '../../platform/common/money/money.js';
import { checkQuantity, quote } from './pricing.js';

const milk = {
  name: 'Milk',
  unitType: 'l',
  ratePerUnit: 6_000,
  quantityStep: 500,
  maxPerOrder: null,
} as const;

describe('linePrice', () => {
  it.each([
    [333, 1_500, 500],
    [199, 333, 66],
    [1, 499, 0],
    [1, 500, 1],
    [0, 1_000, 0],
    [4_000, 1_250, 5_000],
  ])('multiplies a rate of %d by %d thousandths to %d', (rate, thousandths, price) => {
    expect(linePrice(rate, thousandths)).toBe(price);
  });

  it('returns the exact product rounded half up for 100,000 random pairs', () => {
    const rate = fc.integer({ min: 0, max: 100_000_000 });
    const thousandths = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(rate, thousandths, (r, q) => {
        const doubled = 2n * BigInt(r) * BigInt(q);
        const price = BigInt(linePrice(r, q));
        // Half up: price - 1/2 <= r·q/1000 < price + 1/2, multiplied out to avoid division.
        return 2000n * price - 1000n <= doubled && doubled < 2000n * price + 1000n;
      }),
      { numRuns: 100_000 },
    );
  });

  it.each([
    [1.5, 1_000],
    [-1, 1_000],
    [1, Number.NaN],
    [Number.MAX_SAFE_INTEGER, 1_000_000],
  ])('throws a RangeError for %d × %d', (rate, thousandths) => {
    expect(() => linePrice(rate, thousandths)).toThrow(RangeError);
  });
});

describe('quote', () => {
  it('returns the lines with their rounded prices, and the total', () => {
    const lines = [
      { id: 'milk', ratePerUnit: 6_000, quantity: 1_500 },
      { id: 'odd', ratePerUnit: 333, quantity: 1_501 },
    ];
    expect(quote(lines)).toEqual({
      lines: [
        { ...lines[0], price: 9_000 },
        { ...lines[1], price: 500 },
      ],
      adjustments: [],
      total: 9_500,
    });
  });

  it('returns a total of 0 without lines', () => {
    expect(quote([])).toEqual({ lines: [], adjustments: [], total: 0 });
  });
});

describe('checkQuantity', () => {
  it('accepts a multiple of the step', () => {
    expect(() => checkQuantity(milk, 1_500)).not.toThrow();
  });

  it.each([0, -500, 250, 501])('refuses %d thousandths of a product sold in steps of 500', (quantity) => {
    expect(() => checkQuantity(milk, quantity)).toThrow(
      expect.objectContaining({ code: 'catalog.quantity-step' }) as Error,
    );
  });

  it.each([
    [null, 50_000, 50_500],
    [2_000, 2_000, 2_500],
  ])('refuses more than the limit of %p per order', (maxPerOrder, most, tooMuch) => {
    expect(() => checkQuantity({ ...milk, maxPerOrder }, most)).not.toThrow();
    expect(() => checkQuantity({ ...milk, maxPerOrder }, tooMuch)).toThrow(
      expect.objectContaining({
        code: 'catalog.above-max-per-order',
        parameters: expect.objectContaining({ maxQuantity: most / 1000, unitType: 'l' }) as object,
      }) as Error,
    );
  });

  it('refuses a quantity whose price rounds to zero, unless the product is free', () => {
    const cumin = {
      name: 'Cumin',
      unitType: 'g',
      ratePerUnit: 1,
      quantityStep: 1,
      maxPerOrder: null,
    } as const;
    expect(() => checkQuantity(cumin, 499)).toThrow(
      expect.objectContaining({ code: 'catalog.price-rounds-to-zero' }) as Error,
    );
    expect(() => checkQuantity({ ...cumin, ratePerUnit: 0 }, 499)).not.toThrow();
  });
});

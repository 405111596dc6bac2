import { outcomeOf, type LineNow } from './line-outcome.js';

/** Of 12 kg in the store, 4 kg are promised. A kilogram costs 40.00. */
const LINE: LineNow = {
  ...{ quantity: 12_000, unitType: 'kg', productUnit: 'kg', isDeleted: false, ratePerUnit: 4000 },
  ...{ available: 8000, promised: 4000, movedSince: 0, maxStock: 1_000_000 },
};
const count = (changes: Partial<LineNow>) => outcomeOf('count', { ...LINE, ...changes });
const delivery = (changes: Partial<LineNow>) => outcomeOf('delivery', { ...LINE, ...changes });

describe('outcomeOf a delivery', () => {
  it('adds what comes in', () => {
    expect(delivery({ quantity: 2500 })).toEqual({
      ...{ onHandBefore: 12_000, onHandAfter: 14_500, delta: 2500, difference: 2500 },
      ...{ value: 10_000, isLarge: false, short: 0, problem: null },
    });
  });

  it('needs a quantity of every line', () => {
    expect(delivery({ quantity: null })).toMatchObject({ delta: 0, problem: 'quantity-missing' });
    expect(delivery({ quantity: 0 })).toMatchObject({ delta: 0, problem: null });
  });

  it('says which lines the stock cannot take', () => {
    expect(delivery({ quantity: 992_000 }).problem).toBeNull();
    expect(delivery({ quantity: 992_001 }).problem).toBe('stock-too-large');
    expect(delivery({ isDeleted: true }).problem).toBe('product-deleted');
    expect(delivery({ productUnit: 'piece' }).problem).toBe('unit-changed');
  });
});

describe('outcomeOf a count', () => {
  it('sets what is on hand, and leaves what is promised to its orders', () => {
    expect(count({ quantity: 11_000 })).toMatchObject({ onHandAfter: 11_000, delta: -1000, value: -4000 });
    expect(count({ quantity: 12_000 })).toMatchObject({ delta: 0, difference: 0, value: 0 });
  });

  it('leaves alone what is not counted', () => {
    expect(count({ quantity: null })).toMatchObject({ delta: 0, difference: 0, problem: null });
  });

  it('adds what has come in since, and subtracts what has left', () => {
    // Counted 12, and 2 have left since: 10 are in the store, although 12 were expected before those 2 left.
    expect(count({ quantity: 12_000, available: 6000, movedSince: -2000 })).toMatchObject({ difference: 0 });
    expect(count({ quantity: 12_000, available: 32_000, movedSince: 24_000 })).toMatchObject({
      difference: 0,
    });
    expect(count({ quantity: 1000, promised: 0, movedSince: -3000 })).toMatchObject({ onHandAfter: 0 });
  });

  it('says what is short of what is promised, and makes nothing available if that is accepted', () => {
    expect(count({ quantity: 3000 })).toEqual({
      ...{ onHandBefore: 12_000, onHandAfter: 4000, delta: -8000, difference: -9000 },
      ...{ value: -36_000, isLarge: true, short: 1000, problem: 'below-promised' },
    });
  });

  it('points out a difference of more than a quarter', () => {
    expect([9000, 8999, 15_000, 15_001].map((quantity) => count({ quantity }).isLarge)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(count({ quantity: 1000, available: 0, promised: 0 }).isLarge).toBe(true);
    expect(count({ quantity: 0, available: 0, promised: 0 }).isLarge).toBe(false);
  });

  it('has no value that JSON cannot carry exactly', () => {
    const huge = { available: 1_000_000_000_000, promised: 0, ratePerUnit: 100_000_000 };
    expect(count({ ...huge, quantity: 0 }).value).toBeNull();
  });
});

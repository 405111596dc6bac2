import { describe, expect, it } from 'vitest';
import type { LineOutcome } from '../stock-sheets';
import { byImportance, mayBook } from './outcome-order';

const line = (productId: string, more: Partial<LineOutcome> = {}): LineOutcome => ({
  ...{ productId, productName: productId, unitType: 'kg', quantity: 1, onHandBefore: 1, onHandAfter: 1 },
  ...{ movedSince: 0, difference: 0, value: 0, isLarge: false, short: 0, problem: null },
  ...more,
});

describe('byImportance', () => {
  it('shows first what cannot be booked, then large differences, then small ones by their value', () => {
    const lines = [
      line('same'),
      line('small', { difference: -1, value: -100 }),
      line('as before'),
      line('costly', { difference: 1, value: 5000 }),
      line('large', { difference: 9, value: 900, isLarge: true }),
      line('gone', { problem: 'product-deleted' }),
    ];
    expect(byImportance(lines).map(({ productId }) => productId)).toEqual([
      ...['gone', 'large', 'costly', 'small', 'same', 'as before'],
    ]);
  });
});

describe('mayBook', () => {
  it('needs an accepted shortage, and no other problem', () => {
    const short = [line('a'), line('b', { problem: 'below-promised' })];
    expect([mayBook([line('a')], false), mayBook(short, false), mayBook(short, true)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(mayBook([line('c', { problem: 'unit-changed' })], true)).toBe(false);
  });
});

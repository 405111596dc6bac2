import { describe, expect, it } from 'vitest';
import { chosenQuantity } from './chosen-quantity';

const sold = { unitType: 'kg', step: 250, available: 3_100 } as const;

describe('chosenQuantity', () => {
  it.each([
    ['1.25 kg', { quantity: 1_250 }],
    ['800 g', { quantity: 750, reason: 'steps' }],
    ['10 g', { quantity: 250, reason: 'steps' }],
    ['5', { quantity: 3_000, reason: 'stock' }],
    ['3.1', { quantity: 3_000, reason: 'stock' }],
    ['0', { quantity: 0 }],
    ['०', { quantity: 0 }],
    ['a lot', undefined],
  ])('converts "%s" to %o', (typed, chosen) => {
    expect(chosenQuantity(typed, sold)).toEqual(chosen);
  });
});

import { describe, expect, it } from 'vitest';
import { productOf } from '../../../testing/products';
import { lineOf, type Product } from '../cart-line';
import { repairOf, repairsOf } from './cart-repair';

function lineWith(changes: Partial<Product>, quantity: number, isUnavailable = false) {
  return lineOf({ product: productOf(changes), quantity, isUnavailable });
}

describe('repairOf and repairsOf', () => {
  it.each([
    ['no change for a valid line', lineWith({}, 1_250), undefined],
    ['no change when only the price differs', { ...lineWith({}, 500), price: 1 }, undefined],
    ['the remaining stock when it is short', lineWith({ quantityAvailable: 1.1 }, 2_000), 1_000],
    ['removal when less than one step is left', lineWith({ quantityAvailable: 0.2 }, 2_000), 0],
    ['the most per order of more', lineWith({ maxQuantity: 5 }, 6_000), 5_000],
    [
      'one step of another unit',
      lineOf({ product: productOf({ unitType: 'piece', quantityStep: 1 }), quantity: 1_250, unitSeen: 'kg' }),
      1_000,
    ],
    ['the least that has a price', lineWith({ ratePerUnit: 2, quantityStep: 0.1 }, 100), 300],
    ['removal of a product that is no longer sold', lineWith({}, 500, true), 0],
    ['the nearest multiple of a new step', lineWith({ quantityStep: 0.5 }, 1_250), 1_500],
    [
      'a multiple of the new step within the stock',
      lineWith({ quantityStep: 1, quantityAvailable: 2 }, 2_750),
      2_000,
    ],
  ])('proposes %s', (_, line, quantity) => {
    expect(repairOf(line)?.quantity).toBe(quantity);
  });

  it('repairsOf returns only the lines that need a change', () => {
    expect(repairsOf([lineWith({}, 1_000), lineWith({ id: 'milk' }, 500, true)])).toHaveLength(1);
  });
});

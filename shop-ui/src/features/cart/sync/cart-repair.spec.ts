import { describe, expect, it } from 'vitest';
import { productOf } from '../../../testing/products';
import { lineOf, type Product } from '../cart-line';
import { repairOf, repairsOf } from './cart-repair';

function lineWith(changes: Partial<Product>, quantity: number, isGone = false) {
  return lineOf({ product: productOf(changes), quantity, isGone });
}

describe('what must be done with a line before it can be ordered', () => {
  it.each([
    ['nothing, where all is well', lineWith({}, 1_250), undefined],
    ['nothing, where only the price has changed', { ...lineWith({}, 500), price: 1 }, undefined],
    ['to take what is left', lineWith({ quantityAvailable: 1.1 }, 2_000), 1_000],
    ['to do without, where less than one step is left', lineWith({ quantityAvailable: 0.2 }, 2_000), 0],
    ['to do without what is no longer sold', lineWith({}, 500, true), 0],
    ['to go to the nearest of the new steps', lineWith({ quantityStep: 0.5 }, 1_250), 1_500],
    ['to do both', lineWith({ quantityStep: 1, quantityAvailable: 2 }, 2_750), 2_000],
  ])('is %s', (_, line, quantity) => {
    expect(repairOf(line)?.quantity).toBe(quantity);
  });

  it('is asked of a whole cart', () => {
    expect(repairsOf([lineWith({}, 1_000), lineWith({ id: 'milk' }, 500, true)])).toHaveLength(1);
  });
});

import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeStore } from '../../testing/fake-store';
import { productOf } from '../../testing/products';
import { useCart } from './cart';
import { lineOf } from './cart-line';
import { useRemoval } from './useRemoval';

const tomatoes = productOf();
let pinia: Pinia;

beforeEach(() => {
  new FakeStore(tomatoes);
  pinia = createPinia();
  setActivePinia(pinia);
});
afterEach(() => disposePinia(pinia));

it('puts a removed line back in its quantity', () => {
  const cart = useCart();
  const { removed, remove, undo } = useRemoval();
  cart.setQuantity(tomatoes, 1_250);
  remove(cart.lines[0] ?? lineOf({ product: tomatoes, quantity: 1 }));
  expect([cart.lines, removed.value?.at]).toEqual([[], 0]);
  undo();
  expect(cart.quantityOf('tomatoes')).toBe(1_250);
});

it('offers no undo for a quantity in a former unit', () => {
  const { removed, remove } = useRemoval();
  remove(
    lineOf({
      product: productOf({ unitType: 'piece', quantityStep: 1 }),
      quantity: 2_000,
      unitSeen: 'kg',
    }),
  );
  expect(removed.value).toBeUndefined();
});

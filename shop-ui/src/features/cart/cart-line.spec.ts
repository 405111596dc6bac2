import { describe, expect, it } from 'vitest';
import { productOf } from '../../testing/products';
import { lineOf } from './cart-line';

const put = { product: productOf(), quantity: 1_250, rateSeen: 4_000 };

/** The same cases as the server's (src/cart/cart-line.spec.ts): a guest is told what a shopper is told. */
describe('the notices of a line', () => {
  it('has nothing to say where all is as it was', () => {
    expect(lineOf(put).notices).toEqual([]);
  });

  it.each([
    [{ ratePerUnit: 4_400 }, [{ code: 'cart.price-changed', was: 4_000, now: 4_400 }]],
    [{ quantityAvailable: 0.5 }, [{ code: 'cart.short-stock', was: 1.25, now: 0.5 }]],
    [{ quantityStep: 0.5 }, [{ code: 'cart.quantity-step-changed', now: 0.5 }]],
  ])('tells of %o', (change, notices) => {
    expect(lineOf({ ...put, product: productOf(change) }).notices).toEqual(notices);
  });

  it('charges nothing for what is gone', () => {
    expect(lineOf({ ...put, isGone: true })).toMatchObject({
      price: 0,
      notices: [{ code: 'cart.product-gone' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { productOf } from '../../testing/products';
import { lineOf } from './cart-line';

const input = { product: productOf(), quantity: 1_250, rateSeen: 4_000 };

/** The server has the same cases (src/cart/cart-line.spec.ts): guests and shoppers see the same notices. */
describe('lineOf', () => {
  it('returns no notices for an unchanged product', () => {
    expect(lineOf(input).notices).toEqual([]);
  });

  it.each([
    [{ ratePerUnit: 4_400 }, [{ code: 'cart.price-changed', was: 4_000, now: 4_400 }]],
    [{ quantityAvailable: 0.5 }, [{ code: 'cart.short-stock', was: 1.25, now: 0.5 }]],
    [{ quantityStep: 0.5 }, [{ code: 'cart.quantity-step-changed', now: 0.5 }]],
  ])('returns a notice for the change %o', (change, notices) => {
    expect(lineOf({ ...input, product: productOf(change) }).notices).toEqual(notices);
  });

  it('sets the price of an unavailable product to 0', () => {
    expect(lineOf({ ...input, isUnavailable: true })).toMatchObject({
      price: 0,
      notices: [{ code: 'cart.product-gone' }],
    });
  });
});

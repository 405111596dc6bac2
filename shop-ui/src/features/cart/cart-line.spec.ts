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
    [{ quantityAvailable: 0.5 }, [{ code: 'cart.short-stock', was: 1.25, now: 0.5 }]],
    [{ quantityStep: 0.5 }, [{ code: 'cart.quantity-step-changed', now: 0.5 }]],
    [{ maxQuantity: 1 }, [{ code: 'cart.above-max-per-order', was: 1.25, now: 1 }]],
    [{ unitType: 'piece' }, [{ code: 'cart.unit-changed', unitWas: 'kg', unitNow: 'piece' }]],
  ] as const)('returns a notice for the change %o, and no price that counts', (change, notices) => {
    const line = lineOf({ ...input, unitSeen: 'kg', product: productOf(change) });
    expect(line).toMatchObject({ notices, price: 0, isBuyable: false });
  });

  it('returns a notice for a price that rounds to zero', () => {
    const product = productOf({ ratePerUnit: 1, quantityStep: 0.001 });
    expect(lineOf({ product, quantity: 499 })).toMatchObject({
      notices: [{ code: 'cart.price-rounds-to-zero', was: 0.499 }],
      isBuyable: false,
    });
  });

  it('returns a notice for a changed price, and the price', () => {
    expect(lineOf({ ...input, product: productOf({ ratePerUnit: 4_400 }) })).toMatchObject({
      notices: [{ code: 'cart.price-changed', was: 4_000, now: 4_400 }],
      price: 5_500,
      isBuyable: true,
    });
  });

  it('sets the price of an unavailable product to 0', () => {
    expect(lineOf({ ...input, isUnavailable: true })).toMatchObject({
      price: 0,
      notices: [{ code: 'cart.product-gone' }],
    });
  });
});

import { cartView, noticesOf, type CartLine } from './cart-line.js';

const line: CartLine = {
  id: 'product-1',
  section_id: 'section-1',
  section_name: 'Vegetables',
  name: 'Tomatoes',
  name_key: 'tomatoes',
  slug: 'tomatoes',
  description: '',
  brand: '',
  image: null,
  unit_type: 'kg',
  rate_per_unit: 4_000,
  quantity_available: 60_000,
  quantity_promised: 0,
  quantity_step: 250,
  low_stock_threshold: 0,
  manufactured_on: null,
  best_before: null,
  published: 1,
  version: 1,
  created_at: 0,
  cart_quantity: 1_250,
  rate_seen: 4_000,
  added_at: 0,
};

describe('noticesOf', () => {
  it('returns no notices for an unchanged line', () => {
    expect(noticesOf(line)).toEqual([]);
  });

  it.each([
    [{ rate_per_unit: 4_400 }, [{ code: 'cart.price-changed', was: 4_000, now: 4_400 }]],
    [{ quantity_available: 500 }, [{ code: 'cart.short-stock', was: 1.25, now: 0.5 }]],
    [{ quantity_step: 500 }, [{ code: 'cart.quantity-step-changed', now: 0.5 }]],
    [{ published: false, quantity_available: 0 }, [{ code: 'cart.product-gone' }]],
  ])('after the change %p returns the notices %p', (change, notices) => {
    expect(noticesOf({ ...line, ...change })).toEqual(notices);
  });
});

describe('cartView', () => {
  it('adds up the rounded lines and leaves out products that are no longer sold', () => {
    const odd = { ...line, rate_per_unit: 333, rate_seen: 333, cart_quantity: 1_500 };
    const view = cartView([line, odd, { ...line, published: 0 }], 'INR');
    expect(view.items.map((item) => item.price)).toEqual([5_000, 500, 0]);
    expect(view.total).toBe(5_500);
  });
});

import type { CartNotice } from './cart.dto.js';
import { cartView, noticesOf, type CartLine, type CartTerms } from './cart-line.js';

const line: CartLine = {
  id: 'product-1',
  section_id: 'section-1',
  section_name: 'Vegetables',
  name: 'Tomatoes',
  name_key: 'tomatoes',
  slug: 'tomatoes',
  description: '',
  brand: '',
  sku: null,
  other_names: '',
  texts: '{}',
  image: null,
  unit_type: 'kg',
  rate_per_unit: 4_000,
  mrp: null,
  tax_class_id: null,
  hsn: null,
  net_content: null,
  net_unit: null,
  quantity_available: 60_000,
  quantity_promised: 0,
  quantity_step: 250,
  low_stock_threshold: 0,
  max_per_order: null,
  manufactured_on: null,
  best_before: null,
  published: 1,
  version: 1,
  created_at: 0,
  cart_quantity: 1_250,
  rate_seen: 4_000,
  unit_seen: 'kg',
  added_at: 0,
};

const TERMS: CartTerms = {
  fees: { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 },
  taxes: null,
  currency: 'INR',
};

describe('noticesOf', () => {
  it('returns no notices for an unchanged line', () => {
    expect(noticesOf(line)).toEqual([]);
  });

  it.each([
    [{ rate_per_unit: 4_400 }, [{ code: 'cart.price-changed', was: 4_000, now: 4_400 }]],
    [{ quantity_available: 500 }, [{ code: 'cart.short-stock', was: 1.25, now: 0.5 }]],
    [{ quantity_step: 500 }, [{ code: 'cart.quantity-step-changed', now: 0.5 }]],
    [{ max_per_order: 1_000 }, [{ code: 'cart.above-max-per-order', was: 1.25, now: 1 }]],
    [
      { unit_type: 'piece', rate_per_unit: 4_400 },
      [{ code: 'cart.unit-changed', unitWas: 'kg', unitNow: 'piece' }],
    ],
    [{ unit_seen: null }, []],
    [
      { rate_per_unit: 1, rate_seen: 1, quantity_step: 1, cart_quantity: 499 },
      [{ code: 'cart.price-rounds-to-zero', was: 0.499 }],
    ],
    [{ published: false, quantity_available: 0 }, [{ code: 'cart.product-gone' }]],
  ] as [Partial<CartLine>, CartNotice[]][])(
    'after the change %p returns the notices %p',
    (change, notices) => {
      expect(noticesOf({ ...line, ...change })).toEqual(notices);
    },
  );
});

describe('cartView', () => {
  it('adds up the rounded prices of the lines', () => {
    const odd = { ...line, rate_per_unit: 333, rate_seen: 333, cart_quantity: 1_500 };
    const view = cartView([line, odd], TERMS);
    expect(view.items.map(({ price, isBuyable }) => [price, isBuyable])).toEqual([
      [5_000, true],
      [500, true],
    ]);
    expect(view).toMatchObject({ total: 5_500, notInTotal: [] });
  });

  it.each<[string, Partial<CartLine>]>([
    ['cart.product-gone', { published: 0 }],
    ['cart.short-stock', { quantity_available: 1_000 }],
    ['cart.quantity-step-changed', { quantity_step: 500 }],
    ['cart.above-max-per-order', { max_per_order: 1_000 }],
    ['cart.unit-changed', { unit_type: 'piece' }],
    ['cart.price-rounds-to-zero', { rate_per_unit: 1, quantity_step: 1, cart_quantity: 499 }],
  ])('leaves out of the total, and names, a line with %s', (reason, change) => {
    const changed = { ...line, id: 'product-2', name: 'Onions', ...change };
    const view = cartView([line, changed], TERMS);
    expect(view.total).toBe(5_000);
    expect(view.items[1]).toMatchObject({ price: 0, isBuyable: false, unitType: 'kg' });
    expect(view.notInTotal).toEqual([{ productId: 'product-2', productName: 'Onions', reason }]);
  });

  it('adds the charges to what is to be paid, unless nothing can be bought', () => {
    const terms = { ...TERMS, fees: { deliveryFee: 3_000, freeDeliveryFrom: 10_000, packingFee: 0 } };
    expect(cartView([line], terms)).toMatchObject({
      subtotal: 5_000,
      charges: [{ kind: 'delivery', amount: 3_000 }],
      total: 8_000,
    });
    expect(cartView([{ ...line, published: 0 }], terms)).toMatchObject({
      subtotal: 0,
      charges: [],
      total: 0,
    });
  });

  it('counts a line whose price alone has changed', () => {
    expect(cartView([{ ...line, rate_per_unit: 8_000 }], TERMS)).toMatchObject({
      total: 10_000,
      notInTotal: [],
    });
  });
});

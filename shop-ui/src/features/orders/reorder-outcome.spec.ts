import { describe, expect, it } from 'vitest';
import type { Schema } from 'ui-common/api/client';
import { reorderOutcome as outcomeOf } from './reorder-outcome';

const ordered = (...names: string[]) => ({
  items: names.map(
    (name) => ({ productId: name, productName: name, productNames: {} }) as Schema<'OrderItemView'>,
  ),
});
type Order = Parameters<typeof outcomeOf>[0];
type Cart = Parameters<typeof outcomeOf>[1];

const reorderOutcome = (order: Order, cart: Cart) => outcomeOf(order, cart, ({ productName }) => productName);

const cartOf = (lines: Record<string, Schema<'CartNotice'>['code'][]>) => ({
  items: Object.entries(lines).map(
    ([id, codes]) =>
      ({
        product: { id },
        isBuyable: codes.every((code) => code === 'cart.price-changed'),
        notices: codes.map((code) => ({ code })),
      }) as Schema<'CartItemView'>,
  ),
});

describe('reorderOutcome', () => {
  it('reports all products as added when all are available', () => {
    expect(reorderOutcome(ordered('rice', 'milk'), cartOf({ rice: [], milk: [], soap: [] }))).toEqual({
      added: ['rice', 'milk'],
      short: [],
      changed: [],
      unavailable: [],
    });
  });

  it('reports products that are short, and products missing from cart or store', () => {
    const cart = cartOf({ rice: ['cart.short-stock'], milk: ['cart.product-gone'] });
    expect(reorderOutcome(ordered('rice', 'milk', 'mint'), cart)).toEqual({
      added: [],
      short: ['rice'],
      changed: [],
      unavailable: ['milk', 'mint'],
    });
  });

  it('reports products whose unit or largest quantity has changed', () => {
    const cart = cartOf({ rice: ['cart.unit-changed'], milk: ['cart.above-max-per-order'] });
    expect(reorderOutcome(ordered('rice', 'milk'), cart)).toMatchObject({
      added: [],
      changed: ['rice', 'milk'],
    });
  });

  it('ignores rate changes, which the cart reports itself', () => {
    expect(reorderOutcome(ordered('rice'), cartOf({ rice: ['cart.price-changed'] })).added).toEqual(['rice']);
  });
});

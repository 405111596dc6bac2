import { SECOND_MS } from 'ui-common/dates/durations';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../testing/fake-api';
import { FakeStore } from '../../testing/fake-store';
import { productOf } from '../../testing/products';
import { closeTabs, openTab, openTabOf, shownIn, tellOtherTabs } from '../../testing/tabs';
import { GUEST_CART } from './guest/guest-cart';
import { queueKey } from './sync/shopper-cart';

const tomatoes = productOf();
const milk = productOf({ id: 'milk', name: 'Milk', unitType: 'l', ratePerUnit: 6_000, quantityStep: 0.5 });

let store: FakeStore;

beforeEach(() => {
  store = new FakeStore(tomatoes, milk);
});
afterEach(() => {
  closeTabs();
  vi.useRealTimers();
});

describe("a guest's cart", () => {
  it('shows count and total and survives a reload', () => {
    const { cart } = openTab();
    cart.setQuantity(tomatoes, 1_250);
    cart.setQuantity(milk, 500);
    expect([cart.count, cart.subtotal]).toEqual([2, 8_000]);
    expect(shownIn(openTab().cart)).toEqual({ tomatoes: 1_250, milk: 500 });
  });

  it('stays in sync across tabs', () => {
    const tab = openTab();
    const other = openTab();
    tab.cart.setQuantity(tomatoes, 500);
    tellOtherTabs(GUEST_CART);
    expect(shownIn(other.cart)).toEqual({ tomatoes: 500 });
    other.cart.setQuantity(milk, 1_000);
    tab.cart.setQuantity(tomatoes, 750);
    expect(shownIn(tab.cart)).toEqual({ tomatoes: 750, milk: 1_000 });
  });

  it('shows price changes and unavailable products after a refresh', async () => {
    const { cart } = openTab();
    cart.setQuantity(tomatoes, 1_000);
    cart.setQuantity(milk, 1_000);
    store.products.set('tomatoes', { ...tomatoes, ratePerUnit: 4_400 });
    store.products.delete('milk');
    await cart.refresh();
    expect(cart.lines.map(({ price, notices }) => [price, notices[0]?.code])).toEqual([
      [4_400, 'cart.price-changed'],
      [0, 'cart.product-gone'],
    ]);
  });

  it('refuses a new product with cart.too-large when it is full', () => {
    const { cart } = openTab();
    for (let i = 0; i < 100; i++) cart.setQuantity(productOf({ id: String(i) }), 250);
    cart.setQuantity(tomatoes, 250);
    expect(cart.count).toBe(100);
    expect(cart.refusals.get('tomatoes')?.problem.code).toBe('cart.too-large');
  });
});

describe("a shopper's cart", () => {
  it('shows a change before the server has responded', async () => {
    const { cart } = await openTabOf('asha');
    cart.setQuantity(tomatoes, 1_250);
    expect([cart.subtotal, store.changes.length]).toEqual([5_000, 0]);
    await cart.settle();
    expect([cart.subtotal, cart.hasUnsent]).toEqual([5_000, false]);
    expect(store.cartOf('asha').get('tomatoes')).toBe(1.25);
  });

  it('sends changes one at a time and in order, and only the last one per product', async () => {
    const { cart } = await openTabOf('asha');
    let concurrent = 0;
    store.override = async (request) => {
      expect(++concurrent).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      concurrent--;
      return store.respond(request);
    };
    for (const quantity of [250, 500, 750]) cart.setQuantity(tomatoes, quantity);
    cart.setQuantity(milk, 500);
    cart.setQuantity(tomatoes, 1_000);
    await cart.settle();
    expect(store.changes).toEqual([
      'PUT /cart/items/milk {"quantity":0.5,"unitType":"l"}',
      'PUT /cart/items/tomatoes {"quantity":1,"unitType":"kg"}',
    ]);
  });

  it('reverts a refused change to the server state and shows the reason', async () => {
    store.cartOf('asha').set('tomatoes', 1);
    const { cart } = await openTabOf('asha');
    store.override = ({ method }) => (method === 'PUT' ? problem(422, 'catalog.quantity-step') : undefined);
    cart.setQuantity(tomatoes, 1_300);
    expect(shownIn(cart)).toEqual({ tomatoes: 1_300 });
    await cart.settle();
    expect(shownIn(cart)).toEqual({ tomatoes: 1_000 });
    expect(cart.refusals.get('tomatoes')?.problem.code).toBe('catalog.quantity-step');
    expect(cart.latestRefusal?.product.id).toBe('tomatoes');
    cart.setQuantity(tomatoes, 1_250);
    expect(cart.refusals.size).toBe(0);
  });

  it('keeps a change that fails with 500 and retries it', async () => {
    const { cart } = await openTabOf('asha');
    vi.useFakeTimers();
    store.override = ({ method }) => (method === 'PUT' ? problem(500, 'unexpected') : undefined);
    cart.setQuantity(tomatoes, 500);
    await cart.settle();
    expect([cart.hasUnsent, shownIn(cart), cart.refusals.size]).toEqual([true, { tomatoes: 500 }, 0]);

    store.override = () => undefined;
    await vi.advanceTimersByTimeAsync(2 * SECOND_MS);
    expect(cart.hasUnsent).toBe(false);
    expect(store.cartOf('asha').get('tomatoes')).toBe(0.5);
  });

  it('keeps changes across a reload while the store is unreachable, then sends them', async () => {
    const first = await openTabOf('asha');
    store.override = () => {
      throw new TypeError('offline');
    };
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    first.cart.setQuantity(tomatoes, 500);
    first.cart.setQuantity(milk, 1_000);
    await first.cart.settle();
    expect([first.cart.hasUnsent, shownIn(first.cart)]).toEqual([true, { tomatoes: 500, milk: 1_000 }]);
    first.close();

    store.override = () => undefined;
    const { cart } = await openTabOf('asha');
    await cart.settle();
    expect(store.cartOf('asha')).toEqual(
      new Map([
        ['tomatoes', 0.5],
        ['milk', 1],
      ]),
    );
    expect(localStorage.getItem(queueKey('asha'))).toBeNull();
  });

  it('sends pending changes as soon as the browser is online again', async () => {
    const { cart } = await openTabOf('asha');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    store.override = () => {
      throw new TypeError('offline');
    };
    cart.setQuantity(tomatoes, 500);
    await cart.settle();
    store.override = () => undefined;
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(cart.hasUnsent).toBe(false));
    expect(store.cartOf('asha').get('tomatoes')).toBe(0.5);
  });

  it('shows changes from another tab', async () => {
    const tab = await openTabOf('asha');
    const other = await openTabOf('asha');
    tab.cart.setQuantity(tomatoes, 750);
    await tab.cart.settle();
    tellOtherTabs(queueKey('asha'));
    await other.cart.settle();
    expect(shownIn(other.cart)).toEqual({ tomatoes: 750 });
  });

  it('reloads when the window gets the focus', async () => {
    const { cart } = await openTabOf('asha');
    store.cartOf('asha').set('milk', 3);
    dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(shownIn(cart)).toEqual({ milk: 3_000 }));
  });
});

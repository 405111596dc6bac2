import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, ref } from 'vue';
import { useSession } from 'ui-common/session/session';
import { problem, type RecordedRequest } from '../../testing/fake-api';
import { FakeStore } from '../../testing/fake-store';
import { productOf } from '../../testing/products';
import { useCart } from '../cart/cart';
import { draftOf } from './address';
import { Checkout } from './checkout';
import { openAttempt } from './order-attempt';

const tomatoes = productOf();
const asha = draftOf({
  name: 'Asha Rao',
  phone: '98450 12345',
  line1: '14, Temple Street',
  city: 'Bengaluru',
  postalCode: '560004',
});

let store: FakeStore;
let pinia: Pinia;
let orders: RecordedRequest[];
const placed = vi.fn(async () => undefined);
const isOnline = ref(true);
/** What the shop charges for the delivery, as this page knows it. */
const fee = ref(0);
const refreshCharges = vi.fn(async () => undefined);
/** Response of the store to an order. Throws to simulate a network failure. */
let respond: () => Response | Promise<Response>;

/** Opens a new page of the same shopper in the same browser. */
async function openPage(draft = asha) {
  const cart = useCart();
  if (!useSession().isSignedIn) await useSession().signIn('asha', 'x');
  await cart.settle();
  const parts = {
    ...{ accountId: 'asha', cart, total: computed(() => cart.subtotal + fee.value) },
    ...{ refreshCharges, draft: { ...draft }, note: ref(''), isOnline, onPlaced: placed },
  };
  return { cart, draft: parts.draft, checkout: new Checkout(parts) };
}

const keys = () => new Set(orders.map(({ headers }) => headers.get('idempotency-key')));

beforeEach(() => {
  orders = [];
  isOnline.value = true;
  fee.value = 0;
  placed.mockClear();
  pinia = createPinia();
  setActivePinia(pinia);
  store = new FakeStore(tomatoes);
  store.cartOf('asha').set('tomatoes', 1.25);
  respond = () => Response.json({ id: 'order-1' }, { status: 201 });
  store.override = (request) => {
    if (request.path !== '/orders') return undefined;
    orders.push(request);
    return respond();
  };
});
afterEach(() => disposePinia(pinia));

describe('placing an order', () => {
  it('sends the address and the total that was shown', async () => {
    const { checkout } = await openPage({ ...asha, line2: ' ' });
    await checkout.place();
    const address = Object.fromEntries(Object.entries(asha).filter(([, text]) => text !== ''));
    expect(orders.map(({ body }) => body)).toEqual([{ address, expectedTotal: 5_000 }]);
    expect(placed).toHaveBeenCalledExactlyOnceWith({ id: 'order-1' });
    expect(openAttempt('asha')).toBeUndefined();
  });

  it('sends one order for repeated presses', async () => {
    const { checkout } = await openPage();
    await Promise.all([checkout.place(), checkout.place(), checkout.place()]);
    expect([orders.length, placed.mock.calls.length]).toEqual([1, 1]);
  });

  it('reports missing fields without sending anything', async () => {
    const { checkout } = await openPage(draftOf({ ...asha, phone: '' }));
    await checkout.place();
    expect([...checkout.fieldErrors]).toEqual([['phone', 'missing']]);
    expect(orders).toEqual([]);
  });

  it('sends nothing while the browser is offline', async () => {
    const { checkout } = await openPage();
    isOnline.value = false;
    await checkout.place();
    expect([orders.length, checkout.progress.value, checkout.problem.value?.isUnreachable]).toEqual([
      0,
      'ready',
      true,
    ]);
    expect(openAttempt('asha')).toBeUndefined();
  });
});

describe('an order whose response is lost', () => {
  beforeEach(() => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    respond = () => {
      throw new TypeError('the connection broke');
    };
  });

  it('is sent again with the same key and body, even after a reload and an address change', async () => {
    const before = await openPage();
    await before.checkout.place();
    expect(before.checkout.progress.value).toBe('unanswered');
    const after = await openPage({ ...asha, city: 'Mysuru' });
    expect(after.checkout.progress.value).toBe('unanswered');
    respond = () => Response.json({ id: 'order-1' }, { status: 201 });
    await after.checkout.place();
    expect(keys().size).toBe(1);
    expect(new Set(orders.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(placed).toHaveBeenCalledExactlyOnceWith({ id: 'order-1' });
  });

  it('stays open when the session has ended in the meantime', async () => {
    const { checkout } = await openPage();
    await checkout.place();
    respond = () => problem(401, 'auth.unauthenticated');
    await checkout.place();
    expect(openAttempt('asha')).toBeDefined();
  });
});

describe('a refused order', () => {
  it('gets a new key on the next attempt', async () => {
    const { checkout, draft } = await openPage({ ...asha, phone: 'abc' });
    respond = () =>
      problem(400, 'request.invalid', {
        errors: [{ field: 'address.phone', code: 'field.matches', message: '' }],
      });
    await checkout.place();
    expect([[...checkout.fieldErrors], checkout.progress.value]).toEqual([[['phone', 'invalid']], 'ready']);
    respond = () => Response.json({ id: 'order-1' }, { status: 201 });
    draft.phone = '98450 12345';
    await checkout.place();
    expect([keys().size, placed.mock.calls.length, checkout.fieldErrors.size]).toEqual([2, 1, 0]);
  });

  it('shows the new cart and requires confirmation of the new total', async () => {
    const { cart, checkout } = await openPage();
    const item = {
      ...{ product: { ...tomatoes, ratePerUnit: 4_400 }, quantity: 1.25, unitType: 'kg', price: 5_500 },
      ...{ isBuyable: true, notices: [] },
    };
    const changed = {
      items: [item],
      subtotal: 5_500,
      charges: [],
      total: 5_500,
      notInTotal: [],
      currency: 'INR',
    };
    respond = () => problem(409, 'orders.price-changed', { cart: changed });
    await checkout.place();
    expect([checkout.totalBefore.value, cart.subtotal, placed.mock.calls.length]).toEqual([5_000, 5_500, 0]);
    respond = () => Response.json({ id: 'order-1' }, { status: 201 });
    store.products.set('tomatoes', item.product);
    await checkout.place();
    expect(orders.map(({ body }) => (body as { expectedTotal: number }).expectedTotal)).toEqual([
      5_000, 5_500,
    ]);
    expect(keys().size).toBe(2);
  });

  it('fetches the charges again if they have changed, and requires confirmation of the new total', async () => {
    const { checkout } = await openPage();
    const product = { ...{ product: tomatoes, quantity: 1.25, unitType: 'kg', price: 5_000 } };
    const cart = {
      items: [{ ...product, isBuyable: true, notices: [] }],
      ...{ subtotal: 5_000, charges: [{ kind: 'delivery', amount: 3_000 }], total: 8_000 },
      ...{ notInTotal: [], currency: 'INR' },
    };
    respond = () => problem(409, 'orders.price-changed', { cart });
    refreshCharges.mockImplementationOnce(async () => {
      fee.value = 3_000;
    });
    await checkout.place();
    expect([checkout.totalBefore.value, checkout.total.value, placed.mock.calls.length]).toEqual([
      5_000, 8_000, 0,
    ]);
    respond = () => Response.json({ id: 'order-1' }, { status: 201 });
    await checkout.place();
    expect(orders.map(({ body }) => (body as { expectedTotal: number }).expectedTotal)).toEqual([
      5_000, 8_000,
    ]);
  });

  it('says that the limit of orders is reached, and orders with a new key later', async () => {
    const { checkout } = await openPage();
    respond = () => problem(429, 'orders.too-many', { limit: 'orders', max: 20, retryAfterSeconds: 600 });
    await checkout.place();
    expect([checkout.progress.value, checkout.problem.value?.code]).toEqual(['ready', 'orders.too-many']);
    respond = () => Response.json({ id: 'order-1' }, { status: 201 });
    await checkout.place();
    expect([keys().size, placed.mock.calls.length]).toEqual([2, 1]);
  });

  it('lists products that ran out and reduces them to the remaining stock', async () => {
    const { cart, checkout } = await openPage();
    store.products.set('tomatoes', { ...tomatoes, quantityAvailable: 0.6 });
    respond = () => problem(409, 'catalog.out-of-stock', { lines: [] });
    await checkout.place();
    expect(checkout.repairs.value).toMatchObject([{ line: { product: { id: 'tomatoes' } }, quantity: 500 }]);
    checkout.repair();
    await cart.settle();
    expect(store.cartOf('asha').get('tomatoes')).toBe(0.5);
    expect(checkout.repairs.value).toEqual([]);
  });

  it('is not sent when the cart has changed, and the new total is shown first', async () => {
    const { cart, checkout } = await openPage();
    store.cartOf('asha').set('tomatoes', 2);
    void cart.refresh();
    await checkout.place();
    expect([orders.length, checkout.totalBefore.value, cart.subtotal]).toEqual([0, 5_000, 8_000]);
  });

  it('leaves no open attempt when the session has ended', async () => {
    const { checkout } = await openPage();
    respond = () => problem(401, 'auth.unauthenticated');
    await checkout.place();
    expect(openAttempt('asha')).toBeUndefined();
  });
});

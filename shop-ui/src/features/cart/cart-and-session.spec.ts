import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearAccessToken } from 'ui-common/api/access-token';
import { writeStored, accountKey, readStored } from 'ui-common/browser/storage';
import { SECOND_MS } from 'ui-common/dates/durations';
import { problem } from '../../testing/fake-api';
import { FakeStore } from '../../testing/fake-store';
import { productOf } from '../../testing/products';
import { closeTabs, openTab, openTabOf, shownIn } from '../../testing/tabs';
import { GUEST_CART } from './guest/guest-cart';

const tomatoes = productOf();
const milk = productOf({ id: 'milk', name: 'Milk', unitType: 'l', ratePerUnit: 6_000, quantityStep: 0.5 });

let store: FakeStore;

beforeEach(() => {
  store = new FakeStore(tomatoes, milk);
});
afterEach(closeTabs);

describe('signing in', () => {
  it('merges the guest cart into the account and clears it in the browser', async () => {
    store.cartOf('asha').set('milk', 2);
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    cart.setQuantity(milk, 1_000);
    await session.signIn('asha', 'x');
    expect(shownIn(cart)).toMatchObject({ tomatoes: 500 });
    await cart.settle();
    expect(shownIn(cart)).toEqual({ milk: 2_000, tomatoes: 500 });
    expect(localStorage.getItem(GUEST_CART)).toBeNull();
  });

  it('merges once when two tabs sign in at the same time', async () => {
    const tab = openTab();
    tab.cart.setQuantity(tomatoes, 500);
    const other = openTab();
    await Promise.all([tab.session.signIn('asha', 'x'), other.session.signIn('asha', 'x')]);
    await Promise.all([tab.cart.settle(), other.cart.settle()]);
    expect(store.changes.filter((change) => change.startsWith('POST'))).toHaveLength(1);
    expect(shownIn(other.cart)).toEqual({ tomatoes: 500 });
  });

  it('repeats a merge whose response is lost without doubling quantities', async () => {
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    let merges = 0;
    store.override = (request) => {
      if (request.path !== '/cart/merge' || ++merges > 1) return undefined;
      store.respond(request);
      throw new TypeError('the response is lost');
    };
    await session.signIn('asha', 'x');
    await cart.settle();
    await cart.settle();
    expect(merges).toBe(2);
    expect(store.cartOf('asha')).toEqual(new Map([['tomatoes', 0.5]]));
    expect(localStorage.getItem(GUEST_CART)).toBeNull();
  });

  it('keeps the guest cart when the merged cart would be too large, and can retry', async () => {
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    store.override = ({ path }) => (path === '/cart/merge' ? problem(422, 'cart.too-large') : undefined);
    await session.signIn('asha', 'x');
    await cart.settle();
    expect([cart.mergeProblem?.code, cart.count]).toEqual(['cart.too-large', 0]);
    store.override = () => undefined;
    await cart.retryMerge();
    expect(shownIn(cart)).toEqual({ tomatoes: 500 });
  });

  it('offers no cart to staff', async () => {
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    await session.signIn('manager', 'x');
    cart.setQuantity(milk, 500);
    await cart.settle();
    expect([cart.isOffered, cart.count]).toEqual([false, 0]);
    expect(store.requests.filter(({ path }) => path.startsWith('/cart'))).toEqual([]);
  });
});

describe('the end of a session', () => {
  it('clears the cart on sign-out and never sends pending changes for another account', async () => {
    const { cart, session } = await openTabOf('asha');
    store.override = ({ method }) => (method === 'PUT' ? problem(503, 'unavailable') : undefined);
    vi.useFakeTimers();
    cart.setQuantity(tomatoes, 500);
    await vi.advanceTimersByTimeAsync(3 * SECOND_MS);
    vi.useRealTimers();
    await session.signOut();
    expect(cart.count).toBe(0);
    store.override = () => undefined;
    const before = store.changes.length;
    await session.signIn('vikram', 'x');
    await cart.settle();
    expect([cart.count, store.changes.length]).toEqual([0, before]);
    await session.signOut();
    await session.signIn('asha', 'x');
    await cart.settle();
    expect(shownIn(cart)).toEqual({ tomatoes: 500 });
  });

  it("removes the account's stored values and the unmerged guest cart on sign-out", async () => {
    store.override = ({ path }) => (path === '/cart/merge' ? problem(422, 'cart.too-large') : undefined);
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    await session.signIn('asha', 'x');
    await cart.settle();
    writeStored(accountKey('address', 'asha'), 'Temple Street');
    await session.signOut();
    expect([cart.count, readStored(GUEST_CART), readStored(accountKey('address', 'asha'))]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });

  it('keeps what a guest adds after the session has ended elsewhere', async () => {
    const { cart, session } = await openTabOf('asha');
    session.endedElsewhere = true;
    session.account = undefined;
    cart.setQuantity(tomatoes, 500);
    expect(shownIn(cart)).toEqual({ tomatoes: 500 });
    expect(localStorage.getItem(GUEST_CART)).not.toBeNull();
  });
});

describe('an unreachable store', () => {
  const failNetwork = (): never => {
    throw new TypeError('no network');
  };

  it('shows a returning shopper the cached cart and queues changes until the store is back', async () => {
    const before = await openTabOf('asha');
    before.cart.setQuantity(tomatoes, 500);
    await before.cart.settle();
    before.close();

    clearAccessToken(); // a newly opened page has none
    store.override = failNetwork;
    const { cart, session } = openTab();
    await cart.refresh();
    expect([session.isKnown, session.isShopper, shownIn(cart)]).toEqual([false, true, { tomatoes: 500 }]);
    cart.setQuantity(milk, 1_000);
    await cart.settle();
    expect([shownIn(cart), cart.hasUnsent]).toEqual([{ tomatoes: 500, milk: 1_000 }, true]);

    store.override = () => undefined;
    await cart.settle();
    expect(store.cartOf('asha')).toEqual(
      new Map([
        ['tomatoes', 0.5],
        ['milk', 1],
      ]),
    );
    expect(cart.hasUnsent).toBe(false);
  });

  it('does not show the cart of a shopper who has signed out', async () => {
    const before = await openTabOf('asha');
    before.cart.setQuantity(tomatoes, 500);
    await before.cart.settle();
    await before.session.signOut();
    before.close();
    store.override = failNetwork;
    const { cart, session } = openTab();
    await cart.refresh();
    expect([session.isSignedIn, cart.count]).toEqual([false, 0]);
    expect(Object.keys(localStorage).filter((name) => name.includes('asha'))).toEqual([]);
  });
});

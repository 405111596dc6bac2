import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropAccessToken } from 'ui-common/api/access-token';
import { keep, ownName, readKept } from 'ui-common/browser/storage';
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
  it('merges what the guest had put in, and forgets it here', async () => {
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

  it('merges once, though two tabs are at it', async () => {
    const one = openTab();
    one.cart.setQuantity(tomatoes, 500);
    const other = openTab();
    await Promise.all([one.session.signIn('asha', 'x'), other.session.signIn('asha', 'x')]);
    await Promise.all([one.cart.settle(), other.cart.settle()]);
    expect(store.changes.filter((change) => change.startsWith('POST'))).toHaveLength(1);
    expect(shownIn(other.cart)).toEqual({ tomatoes: 500 });
  });

  it('keeps everything where the answer to the merge is lost, and doubles nothing', async () => {
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    let merges = 0;
    store.instead = (asked) => {
      if (asked.path !== '/cart/merge' || ++merges > 1) return undefined;
      store.answer(asked);
      throw new TypeError('the answer is lost');
    };
    await session.signIn('asha', 'x');
    await cart.settle();
    await cart.settle();
    expect(merges).toBe(2);
    expect(store.cartOf('asha')).toEqual(new Map([['tomatoes', 0.5]]));
    expect(localStorage.getItem(GUEST_CART)).toBeNull();
  });

  it('loses nothing where the cart would be too large, and offers to try again', async () => {
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    store.instead = ({ path }) => (path === '/cart/merge' ? problem(422, 'cart.too-large') : undefined);
    await session.signIn('asha', 'x');
    await cart.settle();
    expect([cart.mergeProblem?.code, cart.count]).toEqual(['cart.too-large', 0]);
    store.instead = () => undefined;
    await cart.mergeAgain();
    expect(shownIn(cart)).toEqual({ tomatoes: 500 });
  });

  it('is of no use to staff, who have no cart', async () => {
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    await session.signIn('manager', 'x');
    cart.setQuantity(milk, 500);
    await cart.settle();
    expect([cart.isOffered, cart.count]).toEqual([false, 0]);
    expect(store.asked.filter(({ path }) => path.startsWith('/cart'))).toEqual([]);
  });
});

describe('the end of a session', () => {
  it('is gone from the screen with signing out, and never sent for anybody else', async () => {
    const { cart, session } = await openTabOf('asha');
    store.instead = ({ method }) => (method === 'PUT' ? problem(503, 'unavailable') : undefined);
    vi.useFakeTimers();
    cart.setQuantity(tomatoes, 500);
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    await session.signOut();
    expect(cart.count).toBe(0);
    store.instead = () => undefined;
    const before = store.changes.length;
    await session.signIn('vikram', 'x');
    await cart.settle();
    expect([cart.count, store.changes.length]).toEqual([0, before]);
    await session.signOut();
    await session.signIn('asha', 'x');
    await cart.settle();
    expect(shownIn(cart)).toEqual({ tomatoes: 500 });
  });

  it("takes along whatever is one person's own, and what was not merged", async () => {
    store.instead = ({ path }) => (path === '/cart/merge' ? problem(422, 'cart.too-large') : undefined);
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    await session.signIn('asha', 'x');
    await cart.settle();
    keep(ownName('address', 'asha'), 'Temple Street');
    await session.signOut();
    expect([cart.count, readKept(GUEST_CART), readKept(ownName('address', 'asha'))]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });

  it('leaves what came as a guest after the session had ended elsewhere', async () => {
    const { cart, session } = await openTabOf('asha');
    session.endedElsewhere = true;
    session.account = undefined;
    cart.setQuantity(tomatoes, 500);
    expect(shownIn(cart)).toEqual({ tomatoes: 500 });
    expect(localStorage.getItem(GUEST_CART)).not.toBeNull();
  });
});

describe('a store that cannot be asked', () => {
  const away = (): never => {
    throw new TypeError('no network');
  };

  it('leaves a shopper who comes back the cart as it was last answered, and takes what is changed meanwhile', async () => {
    const before = await openTabOf('asha');
    before.cart.setQuantity(tomatoes, 500);
    await before.cart.settle();
    before.close();

    dropAccessToken(); // a page that is opened anew has none
    store.instead = away;
    const { cart, session } = openTab();
    await cart.refresh();
    expect([session.isKnown, session.isShopper, shownIn(cart)]).toEqual([false, true, { tomatoes: 500 }]);
    cart.setQuantity(milk, 1_000);
    await cart.settle();
    expect([shownIn(cart), cart.hasUnsent]).toEqual([{ tomatoes: 500, milk: 1_000 }, true]);

    store.instead = () => undefined;
    await cart.settle();
    expect(store.cartOf('asha')).toEqual(
      new Map([
        ['tomatoes', 0.5],
        ['milk', 1],
      ]),
    );
    expect(cart.hasUnsent).toBe(false);
  });

  it('is no reason to show anything of somebody who has signed out', async () => {
    const before = await openTabOf('asha');
    before.cart.setQuantity(tomatoes, 500);
    await before.cart.settle();
    await before.session.signOut();
    before.close();
    store.instead = away;
    const { cart, session } = openTab();
    await cart.refresh();
    expect([session.isSignedIn, cart.count]).toEqual([false, 0]);
    expect(Object.keys(localStorage).filter((name) => name.includes('asha'))).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../testing/fake-api';
import { FakeStore } from '../../testing/fake-store';
import { productOf } from '../../testing/products';
import { openTab, shown } from '../../testing/tabs';
import { GUEST_CART } from './guest-cart';

const tomatoes = productOf();
const milk = productOf({ id: 'milk', name: 'Milk', unitType: 'l', ratePerUnit: 6_000, quantityStep: 0.5 });

let store: FakeStore;
beforeEach(() => {
  store = new FakeStore(tomatoes, milk);
});

describe('signing in', () => {
  it('merges what the guest had put in, and forgets it here', async () => {
    store.cartOf('asha').set('milk', 2);
    const { cart, session } = openTab();
    cart.setQuantity(tomatoes, 500);
    cart.setQuantity(milk, 1_000);
    await session.signIn('asha', 'x');
    expect(shown(cart)).toMatchObject({ tomatoes: 500 });
    await cart.settle();
    expect(shown(cart)).toEqual({ milk: 2_000, tomatoes: 500 });
    expect(localStorage.getItem(GUEST_CART)).toBeNull();
  });

  it('merges once, though two tabs are at it', async () => {
    const one = openTab();
    one.cart.setQuantity(tomatoes, 500);
    const other = openTab();
    await Promise.all([one.session.signIn('asha', 'x'), other.session.signIn('asha', 'x')]);
    await Promise.all([one.cart.settle(), other.cart.settle()]);
    expect(store.changes.filter((change) => change.startsWith('POST'))).toHaveLength(1);
    expect(shown(other.cart)).toEqual({ tomatoes: 500 });
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
    expect(shown(cart)).toEqual({ tomatoes: 500 });
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

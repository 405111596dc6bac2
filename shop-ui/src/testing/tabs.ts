import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia';
import { useCart } from '../features/cart/cart';
import { useSession } from 'ui-common/session/session';

const tabs: Pinia[] = [];

/** A tab of the same browser: it shares the storage, and nothing else. */
export function openTab() {
  const pinia = createPinia();
  tabs.push(pinia);
  setActivePinia(pinia);
  return { cart: useCart(), session: useSession(), close: () => disposePinia(pinia) };
}

/** A tab in which a shopper has just signed in. */
export async function openTabOf(username: string) {
  const tab = openTab();
  await tab.session.signIn(username, 'x');
  await tab.cart.settle();
  return tab;
}

export function closeTabs(): void {
  for (const tab of tabs.splice(0)) disposePinia(tab);
}

/** Browsers tell the other tabs of a change; happy-dom has but one. */
export function tellOtherTabs(key: string): void {
  dispatchEvent(new StorageEvent('storage', { key }));
}

/** What the cart shows, in thousandths by product. */
export function shownIn(cart: ReturnType<typeof useCart>): Record<string, number> {
  return Object.fromEntries(cart.lines.map(({ product, quantity }) => [product.id, quantity]));
}

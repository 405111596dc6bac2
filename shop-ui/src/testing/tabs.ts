import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia';
import { useCart } from '../features/cart/cart';
import { useSession } from 'ui-common/session/session';

const tabs: Pinia[] = [];

/** Opens a tab of the same browser. Tabs share only the storage. */
export function openTab() {
  const pinia = createPinia();
  tabs.push(pinia);
  setActivePinia(pinia);
  return { cart: useCart(), session: useSession(), close: () => disposePinia(pinia) };
}

/** Opens a tab and signs in a shopper. */
export async function openTabOf(username: string) {
  const tab = openTab();
  await tab.session.signIn(username, 'x');
  await tab.cart.settle();
  return tab;
}

export function closeTabs(): void {
  for (const tab of tabs.splice(0)) disposePinia(tab);
}

/** Dispatches the storage event that a browser sends to other tabs; happy-dom has only one tab. */
export function tellOtherTabs(key: string): void {
  dispatchEvent(new StorageEvent('storage', { key }));
}

/** Returns the shown quantities in thousandths by product ID. */
export function shownIn(cart: ReturnType<typeof useCart>): Record<string, number> {
  return Object.fromEntries(cart.lines.map(({ product, quantity }) => [product.id, quantity]));
}

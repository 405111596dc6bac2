import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia';
import { useSession } from 'ui-common/session/session';
import { afterEach } from 'vitest';
import { useCart } from '../features/cart/cart';

const tabs: Pinia[] = [];

/** Closes all of them, as a reload begins with. */
export function closeTabs(): void {
  for (const tab of tabs.splice(0)) disposePinia(tab);
}

afterEach(closeTabs);

/** A tab of the same browser: it shares the storage, and nothing else. It is closed after the test. */
export function openTab() {
  const pinia = createPinia();
  tabs.push(pinia);
  setActivePinia(pinia);
  return { cart: useCart(), session: useSession() };
}

/** What a cart shows, in thousandths by the ids of products. */
export function shown(cart: ReturnType<typeof useCart>): Record<string, number> {
  return Object.fromEntries(cart.lines.map(({ product, quantity }) => [product.id, quantity]));
}

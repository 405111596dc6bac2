import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import type { Schema } from 'ui-common/api/client';
import { sum } from 'ui-common/money/quote';
import { onWindow } from 'ui-common/browser/window-events';
import { useSession } from 'ui-common/session/session';
import { hasOtherUnit, linesOf, type CartLine, type Product } from './cart-line';
import { GuestCart } from './guest/guest-cart';
import { useRefusals } from './sync/cart-refusals';
import { ShopperCart } from './sync/shopper-cart';

type Session = ReturnType<typeof useSession>;

/** What the server charged for the cart when it refused an order whose total was another. */
type ServerQuote = Pick<Schema<'CartView'>, 'subtotal' | 'charges' | 'total' | 'includedTax'>;

/** The cart: in this browser for guests, on the server for shoppers. Staff have none. */
export const useCart = defineStore('cart', () => {
  const session = useSession();
  const { refusals, latestRefusal, refuse } = useRefusals();
  const guest = new GuestCart();
  const shopper = new ShopperCart(guest, ({ product }, problem) => refuse(product, problem));
  const { hasUnsent, problem, mergeProblem } = shopper;

  const { isOffered, isReady } = useAudience(session, shopper);
  const lines = computed(() => {
    if (!isOffered.value) return [];
    return session.isShopper ? shopper.lines.value : guest.lines.value;
  });
  /** Sets the quantity of a product in thousandths; 0 removes it. Optimistic: a refused change is reverted. */
  function setQuantity(product: Product, quantity: number): void {
    refusals.delete(product.id);
    if (!isOffered.value) return;
    if (session.isShopper) return shopper.setQuantity(product, quantity);
    const problem = guest.setQuantity(product, quantity);
    if (problem !== undefined) refuse(product, problem);
  }

  /** Refreshes prices and stock. @throws ApiProblem if a guest's products cannot be fetched */
  async function refresh(): Promise<void> {
    await session.whenRestored();
    if (session.isShopper) await shopper.load();
    else if (isOffered.value) await guest.refresh();
  }

  watchAccount(session, guest, shopper);
  watch(
    () => session.account?.id,
    () => refusals.clear(),
  );
  watchAttention(() => session.isShopper && void shopper.load());

  const quoted = shallowRef<ServerQuote>();
  const state = {
    quoted,
    lines,
    isOffered,
    isReady,
    refusals,
    latestRefusal,
    hasUnsent,
    problem,
    mergeProblem,
  };
  return { ...state, ...totalsOf(lines), setQuantity, refresh, ...actionsOf(guest, shopper, quoted) };
});

function totalsOf(lines: Ref<readonly CartLine[]>) {
  return {
    count: computed(() => lines.value.length),
    /** Price of the goods that can be bought, in minor units. See `useCartQuote` for what is to be paid. */
    subtotal: computed(() => sum(lines.value.map(({ price }) => price))),
    /** Lines that cannot be bought as they are, and that the total leaves out. */
    notInTotal: computed(() => lines.value.filter(({ isBuyable }) => !isBuyable)),
    /** Returns the quantity in the cart, in thousandths of the product's unit; 0 if it was chosen in another unit. */
    quantityOf: (productId: string): number =>
      lines.value.find((line) => line.product.id === productId && !hasOtherUnit(line))?.quantity ?? 0,
  };
}

function actionsOf(guest: GuestCart, shopper: ShopperCart, quoted: Ref<ServerQuote | undefined>) {
  return {
    /** Adopts a shopper's cart from another response, such as a refused order. */
    adopt: (cart: Schema<'CartView'>): void => {
      quoted.value = cart;
      shopper.adopt(linesOf(cart));
    },
    /** Resolves when all changes are sent, or cannot be sent now (`hasUnsent`). */
    settle: (): Promise<void> => shopper.synchronise(),
    retryMerge: (): Promise<void> => shopper.retryMerge(),
    /** Discards a guest cart that could not be merged. */
    discardUnmerged: (): void => {
      guest.clear();
      void shopper.retryMerge();
    },
  };
}

/** Returns whether the user can have a cart, and whether its content is known. */
function useAudience(session: Session, shopper: ShopperCart) {
  const isSessionKnown = ref(false);
  void session.whenRestored().then(() => (isSessionKnown.value = true));
  return {
    isOffered: computed(() => !session.isSignedIn || session.isShopper),
    isReady: computed(() => isSessionKnown.value && (!session.isShopper || shopper.isLoaded.value)),
  };
}

/** Clears the guest cart at sign-out, but keeps it if the session ended elsewhere. */
function watchAccount(session: Session, guest: GuestCart, shopper: ShopperCart): void {
  watch(
    () => session.account,
    (account, before) => {
      if (account?.id === before?.id) return;
      if (before !== undefined && !session.endedElsewhere) guest.clear();
      if (account?.role === 'user') shopper.activate(account.id);
      else shopper.deactivate();
    },
    { immediate: true, flush: 'sync' },
  );
}

/** Reloads when the page gets attention again, because another device may have changed the cart. */
function watchAttention(reload: () => void): void {
  const onAttention = (): void => {
    if (document.visibilityState === 'visible') reload();
  };
  onWindow(['focus', 'online', 'visibilitychange'], onAttention);
}

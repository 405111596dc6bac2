import { defineStore } from 'pinia';
import { computed, ref, watch, type Ref } from 'vue';
import type { Schema } from 'ui-common/api/client';
import { sum } from 'ui-common/money/money';
import { onWindow } from 'ui-common/browser/window-events';
import { useSession } from 'ui-common/session/session';
import { linesOf, type CartLine, type Product } from './cart-line';
import { GuestCart } from './guest/guest-cart';
import { useRefusals } from './sync/cart-refusals';
import { ShopperCart } from './sync/shopper-cart';

type Session = ReturnType<typeof useSession>;

/** The cart, whoever shops: a guest's in this browser, a shopper's on the server. Staff have none. */
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
  /** Puts so much of a product into the cart, in thousandths; 0 takes it out. Shown at once; what is refused comes back. */
  function setQuantity(product: Product, quantity: number): void {
    refusals.delete(product.id);
    if (!isOffered.value) return;
    if (session.isShopper) return shopper.setQuantity(product, quantity);
    const problem = guest.setQuantity(product, quantity);
    if (problem !== undefined) refuse(product, problem);
  }

  /** Looks at prices and stock anew. @throws ApiProblem where a guest's products cannot be asked for */
  async function refresh(): Promise<void> {
    await session.whenRestored();
    if (session.isShopper) await shopper.load();
    else if (isOffered.value) await guest.refresh();
  }

  watchWho(session, guest, shopper);
  watch(
    () => session.account?.id,
    () => refusals.clear(),
  );
  watchAttention(() => session.isShopper && void shopper.load());

  const known = { lines, isOffered, isReady, refusals, latestRefusal, hasUnsent, problem, mergeProblem };
  return { ...known, ...figuresOf(lines), setQuantity, refresh, ...actionsOf(guest, shopper) };
});

function figuresOf(lines: Ref<readonly CartLine[]>) {
  return {
    count: computed(() => lines.value.length),
    /** Minor units. */
    total: computed(() => sum(lines.value.map(({ price }) => price))),
    /** Thousandths of the product's unit that are in the cart; 0 for none. */
    quantityOf: (productId: string): number =>
      lines.value.find(({ product }) => product.id === productId)?.quantity ?? 0,
  };
}

function actionsOf(guest: GuestCart, shopper: ShopperCart) {
  return {
    /** Takes a shopper's cart as the server has answered it elsewhere, such as with a refusal. */
    adopt: (cart: Schema<'CartView'>): void => shopper.adopt(linesOf(cart)),
    /** Resolves when what was to be sent has been, or cannot be now (`hasUnsent`). */
    settle: (): Promise<void> => shopper.synchronise(),
    mergeAgain: (): Promise<void> => shopper.mergeAgain(),
    /** Gives up what was put in before signing in and was not taken. */
    forgetUnmerged: (): void => {
      guest.clear();
      void shopper.mergeAgain();
    },
  };
}

/** Who has a cart at all, and whether it is known what is in it. */
function useAudience(session: Session, shopper: ShopperCart) {
  const knowsWho = ref(false);
  void session.whenRestored().then(() => (knowsWho.value = true));
  return {
    isOffered: computed(() => !session.isSignedIn || session.isShopper),
    isReady: computed(() => knowsWho.value && (!session.isShopper || shopper.isLoaded.value)),
  };
}

/** Who signs out leaves nothing to the next; whose session ended without his wish finds what he had put in meanwhile. */
function watchWho(session: Session, guest: GuestCart, shopper: ShopperCart): void {
  watch(
    () => session.account,
    (account, before) => {
      if (account?.id === before?.id) return;
      if (before !== undefined && !session.endedElsewhere) guest.clear();
      if (account?.role === 'user') shopper.enter(account.id);
      else shopper.leave();
    },
    { immediate: true, flush: 'sync' },
  );
}

/** Looks again whenever the shopper does: the same cart may have changed on another device. */
function watchAttention(look: () => void): void {
  const onAttention = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  onWindow(['focus', 'online', 'visibilitychange'], onAttention);
}

import { useQueryCache } from '@pinia/colada';
import { useOnline } from '@vueuse/core';
import { computed, onMounted, onScopeDispose, ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { writeStored, accountKey, readStored } from 'ui-common/browser/storage';
import type { Account } from 'ui-common/session/session';
import { useCart } from '../cart/cart';
import { useCartQuote } from '../cart/useCartQuote';
import { RetryTimer } from '../cart/sync/retry-timer';
import { Checkout } from './checkout';
import { openAttempt } from './order-attempt';
import type { Order } from './place-order';
import { useAddressDraft } from './useAddressDraft';

/** The checkout of the signed-in shopper. Repeats an open attempt from before a reload. */
export function useCheckout(account: Account) {
  const cart = useCart();
  const { quote, refreshCharges } = useCartQuote();
  const total = computed(() => quote.value.total);
  const router = useRouter();
  const cache = useQueryCache();
  const isOnline = useOnline();
  const unanswered = openAttempt(account.id);
  const draft = useAddressDraft(account, unanswered?.body.address);
  const note = useNote(account.id, unanswered?.body.note ?? undefined);

  async function onPlaced(order: Order): Promise<void> {
    note.value = '';
    cache.setQueryData(['orders', 'one', order.id], order);
    await router.replace(`/orders/${order.id}/placed`);
    void cart.refresh();
  }

  const checkout = new Checkout({
    accountId: account.id,
    cart,
    total,
    refreshCharges,
    draft,
    note,
    isOnline,
    onPlaced,
  });
  onMounted(() => {
    void cart.refresh();
    void refreshCharges();
    if (unanswered !== undefined) void checkout.place();
  });
  const retry = new RetryTimer(() => void checkout.place());
  watch(checkout.progress, (progress) => {
    if (progress === 'unanswered') retry.schedule(checkout.problem.value?.retryAfter);
    if (progress === 'ready') retry.reset();
  });
  watch(isOnline, (isBack) => {
    if (isBack && checkout.progress.value === 'unanswered') void checkout.place();
  });
  onScopeDispose(() => retry.cancel());
  return { checkout, draft, note, isOnline };
}

/** The note to the store, stored like the address. */
function useNote(accountId: string, sent: string | undefined) {
  const key = accountKey('order-note', accountId);
  const stored = readStored(key);
  const note = ref(sent ?? (typeof stored === 'string' ? stored : ''));
  watch(note, (text) => writeStored(key, text === '' ? undefined : text));
  return note;
}

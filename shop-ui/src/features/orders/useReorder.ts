import { useMutation } from '@pinia/colada';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { answerOf, api } from 'ui-common/api/client';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { useCart } from '../cart/cart';
import type { Order } from './order-status';
import { reorderOutcome, type ReorderOutcome } from './reorder-outcome';

/** Puts the products of an old order into the cart again, and says what has become of each. */
export function useReorder() {
  const { t } = useI18n();
  const { tag } = useFormatters();
  const router = useRouter();
  const toasts = useToasts();
  const cart = useCart();
  const messageOf = useProblemMessage();

  const { mutate, isLoading, variables } = useMutation({
    mutation: ({ id }: Order) =>
      answerOf(api.POST('/api/v1/orders/{id}/reorder', { params: { path: { id } } })),
    onSuccess: (answer, order) => {
      cart.adopt(answer);
      const text = say(reorderOutcome(order, answer));
      const viewCart = { text: t('orders.view-cart'), run: () => void router.push('/cart') };
      toasts.show({ text, action: viewCart });
    },
    onError: (problem) => toasts.show({ text: messageOf(problem), tone: 'error' }),
  });

  function say({ added, short, gone }: ReorderOutcome): string {
    const list = (names: readonly string[]): string => new Intl.ListFormat(tag.value).format(names);
    const inCart = added.length + short.length;
    return [
      inCart > 0 ? t('orders.reordered', inCart) : t('orders.reordered-none'),
      ...(short.length > 0 ? [t('orders.reordered-short', { products: list(short) })] : []),
      ...(gone.length > 0 ? [t('orders.reordered-gone', { products: list(gone) })] : []),
    ].join(' ');
  }

  /** Whether this very order is being put into the cart. */
  function isReordering(order: Order): boolean {
    return isLoading.value && variables.value?.id === order.id;
  }

  return { reorder: mutate, isReordering };
}

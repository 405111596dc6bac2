import { useMutation } from '@pinia/colada';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { responseBody, api } from 'ui-common/api/client';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { useCart } from '../cart/cart';
import type { Order } from './order-status';
import { useNames } from '../../composables/useNames';
import { reorderOutcome, type ReorderOutcome } from './reorder-outcome';

/** Adds the products of an order to the cart again, and reports the result in a toast. */
export function useReorder() {
  const { t } = useI18n();
  const { tag } = useFormatters();
  const { nameOf } = useNames();
  const router = useRouter();
  const toasts = useToasts();
  const cart = useCart();
  const messageOf = useProblemMessage();

  const { mutate, isLoading, variables } = useMutation({
    mutation: ({ id }: Order) =>
      responseBody(api.POST('/api/v1/orders/{id}/reorder', { params: { path: { id } } })),
    onSuccess: (view, order) => {
      cart.adopt(view);
      const text = describeOutcome(reorderOutcome(order, view, nameOf));
      const viewCart = { text: t('orders.view-cart'), run: () => void router.push('/cart') };
      toasts.show({ text, action: viewCart });
    },
    onError: (problem) => toasts.show({ text: messageOf(problem), tone: 'error' }),
  });

  function describeOutcome({ added, short, changed, unavailable }: ReorderOutcome): string {
    const list = (names: readonly string[]): string => new Intl.ListFormat(tag.value).format(names);
    const inCart = added.length + short.length + changed.length;
    return [
      inCart > 0 ? t('orders.reordered', inCart) : t('orders.reordered-none'),
      ...(short.length > 0 ? [t('orders.reordered-short', { products: list(short) })] : []),
      ...(changed.length > 0 ? [t('orders.reordered-changed', { products: list(changed) })] : []),
      ...(unavailable.length > 0 ? [t('orders.reordered-unavailable', { products: list(unavailable) })] : []),
    ].join(' ');
  }

  /** Returns true while the order is being reordered. */
  function isReordering(order: Order): boolean {
    return isLoading.value && variables.value?.id === order.id;
  }

  return { reorder: mutate, isReordering };
}

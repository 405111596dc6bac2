import { useDocumentVisibility } from '@vueuse/core';
import { onWatcherCleanup, watch } from 'vue';
import { followEvents } from 'ui-common/api/follow-events';
import type { Order } from '../order-status';

/**
 * Follows an order while it can still change and the page is visible. Refetches it after each server event and after a
 * reconnection.
 *
 * @param isFinal true if the order cannot change any more
 */
export function useLiveOrder(
  order: () => Order | undefined,
  isFinal: () => boolean,
  refetch: () => Promise<unknown>,
): void {
  const visibility = useDocumentVisibility();
  const refresh = (): void => void refetch();
  watch(
    () => [order()?.id, isFinal(), visibility.value] as const,
    () => {
      const current = order();
      if (current === undefined || isFinal() || visibility.value === 'hidden') return;
      const controller = new AbortController();
      onWatcherCleanup(() => controller.abort());
      // What is known: the position in the timeline, starting at 1, and the total.
      const lastEventId = `${current.timeline.length}:${current.total}`;
      void followEvents(
        `/api/v1/orders/${encodeURIComponent(current.id)}/events`,
        { lastEventId, onEvent: refresh, onReconnect: refresh },
        controller.signal,
      );
    },
    { immediate: true },
  );
}

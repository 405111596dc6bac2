import { onScopeDispose, watch } from 'vue';
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
  let controller: AbortController | undefined;

  function stop(): void {
    controller?.abort();
    controller = undefined;
  }

  function start(): void {
    const current = order();
    if (current === undefined || isFinal() || document.hidden || controller !== undefined) return;
    controller = new AbortController();
    // An event ID is its position in the timeline, starting at 1.
    const lastEventId = String(current.timeline.length);
    const refresh = (): void => void refetch();
    void followEvents(
      `/api/v1/orders/${encodeURIComponent(current.id)}/events`,
      { lastEventId, onEvent: refresh, onReconnect: refresh },
      controller.signal,
    );
  }

  function updateVisibility(): void {
    if (document.hidden) stop();
    else start();
  }

  watch(
    () => [order()?.id, isFinal()] as const,
    () => {
      stop();
      start();
    },
    { immediate: true },
  );
  document.addEventListener('visibilitychange', updateVisibility);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', updateVisibility);
    stop();
  });
}

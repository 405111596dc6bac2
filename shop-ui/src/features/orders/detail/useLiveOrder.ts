import { onScopeDispose, watch } from 'vue';
import { followEvents } from 'ui-common/api/follow-events';
import type { Order } from '../order-status';

/**
 * Follows an order while it can still change and the page is looked at: whenever the server tells of a step, or could not be
 * heard for a while, the order is fetched anew.
 *
 * @param isOver whether the order goes nowhere from here
 */
export function useLiveOrder(
  order: () => Order | undefined,
  isOver: () => boolean,
  refetch: () => Promise<unknown>,
): void {
  let following: AbortController | undefined;

  function stop(): void {
    following?.abort();
    following = undefined;
  }

  function start(): void {
    const known = order();
    if (known === undefined || isOver() || document.hidden || following !== undefined) return;
    following = new AbortController();
    // An event's id is its place in the timeline, from 1 on.
    const lastEventId = String(known.timeline.length);
    const refresh = (): void => void refetch();
    void followEvents(
      `/api/v1/orders/${encodeURIComponent(known.id)}/events`,
      { lastEventId, onEvent: refresh, onReconnect: refresh },
      following.signal,
    );
  }

  function look(): void {
    if (document.hidden) stop();
    else start();
  }

  watch(
    () => [order()?.id, isOver()] as const,
    () => {
      stop();
      start();
    },
    { immediate: true },
  );
  document.addEventListener('visibilitychange', look);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', look);
    stop();
  });
}

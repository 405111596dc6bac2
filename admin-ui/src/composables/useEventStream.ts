import { onScopeDispose } from 'vue';
import { followEvents, type StreamSubscriber } from 'ui-common/api/follow-events';

/**
 * Follows an event stream of the API while the page is visible.
 *
 * @param path URL path of the stream
 * @param onReconnect called after a lost connection is restored: other fetched data may be stale
 */
export function useEventStream(
  path: string,
  onEvent: StreamSubscriber['onEvent'],
  onReconnect: () => void = () => undefined,
): void {
  let following: AbortController | undefined;

  function followIfVisible(): void {
    if (document.hidden) {
      following?.abort();
      following = undefined;
    } else if (following === undefined) {
      following = new AbortController();
      void followEvents(path, { lastEventId: '', onEvent, onReconnect }, following.signal);
    }
  }

  followIfVisible();
  document.addEventListener('visibilitychange', followIfVisible);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', followIfVisible);
    following?.abort();
  });
}

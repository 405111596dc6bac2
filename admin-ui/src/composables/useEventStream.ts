import { onScopeDispose } from 'vue';
import { followEvents } from 'ui-common/api/follow-events';
import type { StreamEvent } from 'ui-common/api/event-stream';

/**
 * Follows an event stream of the API as long as the page is looked at.
 *
 * @param path below the origin
 * @param onReconnect is called when the stream was cut off and is there again: what else was fetched may be old
 */
export function useEventStream(
  path: string,
  onEvent: (event: StreamEvent) => void,
  onReconnect: () => void = () => undefined,
): void {
  let following: AbortController | undefined;

  function look(): void {
    if (document.hidden) {
      following?.abort();
      following = undefined;
    } else if (following === undefined) {
      following = new AbortController();
      void followEvents(path, { lastEventId: '', onEvent, onReconnect }, following.signal);
    }
  }

  look();
  document.addEventListener('visibilitychange', look);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', look);
    following?.abort();
  });
}

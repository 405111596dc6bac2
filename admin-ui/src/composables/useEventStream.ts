import { useDocumentVisibility } from '@vueuse/core';
import { onWatcherCleanup, watch } from 'vue';
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
  watch(
    useDocumentVisibility(),
    (visibility) => {
      if (visibility === 'hidden') return;
      const following = new AbortController();
      onWatcherCleanup(() => following.abort());
      void followEvents(path, { lastEventId: '', onEvent, onReconnect }, following.signal);
    },
    { immediate: true },
  );
}

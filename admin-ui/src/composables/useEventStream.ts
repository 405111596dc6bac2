import { useDocumentVisibility } from '@vueuse/core';
import { onWatcherCleanup, watch } from 'vue';
import type { StreamSubscriber } from 'ui-common/api/follow-events';
import { followEventsLater } from 'ui-common/api/follow-events-later';
import { useInterruption } from 'ui-common/session/interruption';

interface StreamUse extends Pick<StreamSubscriber, 'onEvent'> {
  /** Called when the stream is followed again: other fetched data may be stale. */
  readonly onReconnect: () => void;
  /** True to follow it in a hidden page, too. */
  readonly isNeededWhileHidden: () => boolean;
}

/**
 * Follows an event stream of the API while the page is visible and its user signed in.
 *
 * @param path URL path of the stream
 */
export function useEventStream(path: string, { onEvent, onReconnect, isNeededWhileHidden }: StreamUse): void {
  const visibility = useDocumentVisibility();
  const interruption = useInterruption();
  let hasFollowed = false;
  watch(
    () => !interruption.isOpen && (visibility.value !== 'hidden' || isNeededWhileHidden()),
    (isFollowing) => {
      if (!isFollowing) return;
      if (hasFollowed) onReconnect();
      hasFollowed = true;
      const following = new AbortController();
      onWatcherCleanup(() => following.abort());
      void followEventsLater(path, { lastEventId: '', onEvent, onReconnect }, following.signal);
    },
    { immediate: true },
  );
}

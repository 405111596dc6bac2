import type { StreamSubscriber } from 'ui-common/api/follow-events';
import { followEventsLater } from 'ui-common/api/follow-events-later';
import { onScopeDispose, watch } from 'vue';

/** Maximum number of streams: browsers and the server both limit connections per user. */
const MAX_STREAMS = 4;

interface Followed {
  readonly id: string;
}

/**
 * Follows jobs while they run. Each event carries the current job.
 *
 * @param running the jobs to follow
 * @param pathOf URL path of a job's event stream
 */
export function useTaskProgress<Job extends Followed>(
  running: () => readonly Job[],
  pathOf: (id: string) => string,
  onProgress: (job: Job) => void,
): void {
  const followed = new Map<string, AbortController>();

  function stop(id: string): void {
    followed.get(id)?.abort();
    followed.delete(id);
  }

  function follow(id: string): void {
    const controller = new AbortController();
    followed.set(id, controller);
    const onEvent: StreamSubscriber['onEvent'] = ({ event, data }) => {
      if (event === 'progress') onProgress(JSON.parse(data) as Job);
    };
    // A reconnected stream starts with the current state, so there is nothing to refetch.
    const subscriber = { lastEventId: '', onEvent, onReconnect: () => undefined };
    void followEventsLater(pathOf(id), subscriber, controller.signal);
  }

  watch(
    () =>
      running()
        .slice(0, MAX_STREAMS)
        .map(({ id }) => id),
    (ids) => {
      for (const id of followed.keys()) if (!ids.includes(id)) stop(id);
      for (const id of ids) if (!followed.has(id)) follow(id);
    },
    { immediate: true },
  );
  onScopeDispose(() => [...followed.keys()].forEach(stop));
}

import { followEvents } from 'ui-common/api/follow-events';
import { onScopeDispose, watch } from 'vue';

/** How many are followed at once: a browser keeps few connections, and the server few of one person. */
const MOST = 4;

interface Followed {
  readonly id: string;
}

/**
 * Follows jobs while they are under way: each event brings the job as it is by then.
 *
 * @param running those that are under way
 * @param pathOf the stream of one
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
    const onEvent = ({ type, data }: { type: string; data: string }): void => {
      if (type === 'progress') onProgress(JSON.parse(data) as Job);
    };
    // After a pause the stream begins with how it is: there is nothing else to fetch.
    const follower = { lastEventId: '', onEvent, onReconnect: () => undefined };
    void followEvents(pathOf(id), follower, controller.signal);
  }

  watch(
    () =>
      running()
        .slice(0, MOST)
        .map(({ id }) => id),
    (ids) => {
      for (const id of followed.keys()) if (!ids.includes(id)) stop(id);
      for (const id of ids) if (!followed.has(id)) follow(id);
    },
    { immediate: true },
  );
  onScopeDispose(() => [...followed.keys()].forEach(stop));
}

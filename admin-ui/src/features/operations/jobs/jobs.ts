import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { useIntervalFn } from '@vueuse/core';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { SECOND_MS } from 'ui-common/dates/durations';

export type Jobs = Schema<'JobsView'>;
export type Failure = Schema<'FailureView'>;

const KEY = ['jobs'];
const POLL_INTERVAL_MS = 5 * SECOND_MS;

/** Queries the background work, and polls while the page is visible. */
export function useJobs() {
  const query = useQuery({ key: KEY, query: () => responseBody(api.GET('/api/v1/admin/jobs')) });
  useIntervalFn(() => {
    if (document.visibilityState === 'visible') void query.refetch();
  }, POLL_INTERVAL_MS);
  return query;
}

/** Retries one failed event, or all if no ID is given. */
export function useRetry() {
  const cache = useQueryCache();
  return useMutation({
    mutation: (id: string | undefined) =>
      responseBody(
        id === undefined
          ? api.POST('/api/v1/admin/jobs/failures/retry')
          : api.POST('/api/v1/admin/jobs/failures/{id}/retry', { params: { path: { id } } }),
      ),
    onSettled: () => cache.invalidateQueries({ key: KEY }),
  });
}

import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import { onScopeDispose } from 'vue';

export type Jobs = Schema<'JobsView'>;
export type Failure = Schema<'FailureView'>;

const KEY = ['jobs'];
/** Milliseconds after which the page looks again. */
const EVERY = 5_000;

/** The work in the background, looked at again and again for as long as the page is shown. */
export function useJobs() {
  const query = useQuery({ key: KEY, query: () => answerOf(api.GET('/api/v1/admin/jobs')) });
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void query.refetch();
  }, EVERY);
  onScopeDispose(() => clearInterval(timer));
  return query;
}

/** Has what failed tried again; all of it where no id is given. */
export function useRetry() {
  const cache = useQueryCache();
  return useMutation({
    mutation: (id: string | undefined) =>
      answerOf(
        id === undefined
          ? api.POST('/api/v1/admin/jobs/failures/retry')
          : api.POST('/api/v1/admin/jobs/failures/{id}/retry', { params: { path: { id } } }),
      ),
    onSettled: () => cache.invalidateQueries({ key: KEY }),
  });
}

import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { api, responseBody, type Schema } from 'ui-common/api/client';

export type FirstSteps = Schema<'FirstStepsView'>;

/** Below the key of the dashboard, so that a changed order refreshes it. */
const KEY = ['dashboard', 'first-steps'];

/** Queries how far a new store has come. Each visit asks again: sections and products are created elsewhere. */
export function useFirstSteps() {
  return useQuery({
    key: KEY,
    query: () => responseBody(api.GET('/api/v1/admin/first-steps')),
    staleTime: 0,
  });
}

/** Hides the first steps for this account. @throws ApiProblem */
export function useDismissFirstSteps() {
  const cache = useQueryCache();
  return useMutation({
    mutation: () => responseBody(api.DELETE('/api/v1/admin/first-steps')),
    onSettled: () => cache.invalidateQueries({ key: KEY }),
  });
}

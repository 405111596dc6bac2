import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api } from 'ui-common/api/client';

const QUERY_KEY = ['account', 'sessions'];

/** Queries the own sessions, most recently used first. */
export function useSessions() {
  return useQuery({ key: QUERY_KEY, query: () => responseBody(api.GET('/api/v1/users/me/sessions')) });
}

/** Ends an own session; undefined ends all others. */
export function useEndSession() {
  const cache = useQueryCache();
  return useMutation({
    mutation: async (id: string | undefined) => {
      await responseBody(
        id === undefined
          ? api.DELETE('/api/v1/users/me/sessions')
          : api.DELETE('/api/v1/users/me/sessions/{id}', { params: { path: { id } } }),
      );
    },
    // Also after a failure: the session may have ended already.
    onSettled: () => cache.invalidateQueries({ key: QUERY_KEY }),
  });
}

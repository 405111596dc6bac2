import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api } from 'ui-common/api/client';

const KEY = ['account', 'sessions'];

/** Where one is signed in, the latest used first. */
export function useSessions() {
  return useQuery({ key: KEY, query: () => answerOf(api.GET('/api/v1/users/me/sessions')) });
}

/** Ends one of the own sessions; undefined for all but this one. */
export function useEndSession() {
  const cache = useQueryCache();
  return useMutation({
    mutation: async (id: string | undefined) => {
      await answerOf(
        id === undefined
          ? api.DELETE('/api/v1/users/me/sessions')
          : api.DELETE('/api/v1/users/me/sessions/{id}', { params: { path: { id } } }),
      );
    },
    // Also where it failed: it may be that it has ended already.
    onSettled: () => cache.invalidateQueries({ key: KEY }),
  });
}

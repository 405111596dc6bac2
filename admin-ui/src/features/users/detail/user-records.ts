import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api } from 'ui-common/api/client';

/** Where an account is signed in. It is asked for anew each time that somebody looks. */
export function useUserSessions(id: () => string) {
  return useQuery({
    key: () => ['users', 'sessions', id()],
    query: () => answerOf(api.GET('/api/v1/admin/users/{id}/sessions', { params: { path: { id: id() } } })),
    staleTime: 0,
  });
}

/** Signs an account out everywhere, but where it is asked from. */
export function useEndSessions() {
  const cache = useQueryCache();
  return useMutation({
    mutation: async (id: string) => {
      await answerOf(api.DELETE('/api/v1/admin/users/{id}/sessions', { params: { path: { id } } }));
    },
    onSettled: () => {
      void cache.invalidateQueries({ key: ['audit-log'] });
      return cache.invalidateQueries({ key: ['users'] });
    },
  });
}

/** What an account has been doing. */
export function useUserActivity(id: () => string) {
  return useQuery({
    key: () => ['users', 'activity', id()],
    query: () => answerOf(api.GET('/api/v1/admin/users/{id}/activity', { params: { path: { id: id() } } })),
    staleTime: 0,
  });
}

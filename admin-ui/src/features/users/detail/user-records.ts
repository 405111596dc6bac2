import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api } from 'ui-common/api/client';

/** Queries the sessions of an account; never served from the cache. */
export function useUserSessions(id: () => string) {
  return useQuery({
    key: () => ['users', 'sessions', id()],
    query: () =>
      responseBody(api.GET('/api/v1/admin/users/{id}/sessions', { params: { path: { id: id() } } })),
    staleTime: 0,
  });
}

/** Signs an account out everywhere except in the current session. */
export function useEndSessions() {
  const cache = useQueryCache();
  return useMutation({
    mutation: async (id: string) => {
      await responseBody(api.DELETE('/api/v1/admin/users/{id}/sessions', { params: { path: { id } } }));
    },
    onSettled: () => {
      void cache.invalidateQueries({ key: ['audit-log'] });
      return cache.invalidateQueries({ key: ['users'] });
    },
  });
}

/** Queries the activity of an account. */
export function useUserActivity(id: () => string) {
  return useQuery({
    key: () => ['users', 'activity', id()],
    query: () =>
      responseBody(api.GET('/api/v1/admin/users/{id}/activity', { params: { path: { id: id() } } })),
    staleTime: 0,
  });
}

import { useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type Wish = Schema<'WishView'>;

export const WISH_STATES = ['open', 'done', 'all'] as const;

export type WishState = (typeof WISH_STATES)[number];

/** Queries a page of what shoppers wish for, the latest first. */
export function useWishes(query: () => { page: number; pageSize: number; state: WishState }) {
  return useQuery({
    key: () => ['wishes', { ...query() }],
    query: () => {
      const { state, ...page } = query();
      const filter = state === 'all' ? page : { ...page, state };
      return responseBody(api.GET('/api/v1/admin/wishes', { params: { query: filter } }));
    },
    placeholderData: (previous: Schema<'WishTable'> | undefined) => previous,
  });
}

/** Returns a function that marks a wish as done or open, and reloads the wishes. @throws ApiProblem */
export function useMarkWish(): (id: string, done: boolean) => Promise<void> {
  const cache = useQueryCache();
  return async (id, done) => {
    await responseBody(api.PATCH('/api/v1/admin/wishes/{id}', { params: { path: { id } }, body: { done } }));
    await cache.invalidateQueries({ key: ['wishes'] });
  };
}

import { defineQueryOptions, useInfiniteQuery, useQuery } from '@pinia/colada';
import { answerOf, api, type Schema } from '../../api/client';
import type { ProductQuery } from './list/list-choice';

export type Section = Schema<'SectionView'>;

const PAGE = 24;
const FIVE_MINUTES = 300_000;

/** The store's sections, in its order. */
export function useSections() {
  return useQuery({
    key: ['sections'],
    query: async ({ signal }) => (await answerOf(api.GET('/api/v1/sections', { signal }))).items,
    staleTime: FIVE_MINUTES,
  });
}

/** One product, by its slug or its id. */
export function useProduct(address: () => string) {
  return useQuery(() => ({
    key: ['product', address()],
    query: ({ signal }) =>
      answerOf(api.GET('/api/v1/products/{id}', { params: { path: { id: address() } }, signal })),
  }));
}

/** A few products that answer to a query: a rail of them, or what is suggested. */
export const fewProducts = defineQueryOptions((query: ProductQuery) => ({
  key: ['products', 'few', { ...query }],
  query: async ({ signal }) =>
    (await answerOf(api.GET('/api/v1/products', { params: { query }, signal }))).items,
}));

/** All products that answer to a query, a page at a time. */
export function useProductPages(query: () => ProductQuery) {
  return useInfiniteQuery(() => {
    const asked = query();
    return {
      key: ['products', 'pages', { ...asked }],
      query: ({ pageParam: cursor, signal }) =>
        answerOf(
          api.GET('/api/v1/products', { params: { query: { ...asked, limit: PAGE, cursor } }, signal }),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }: Schema<'ProductPage'>) => nextCursor,
    };
  });
}

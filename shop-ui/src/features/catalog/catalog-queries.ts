import {
  defineQueryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryCache,
  type QueryCache,
  type UseInfiniteQueryData,
} from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import { fromFirstAnswer } from 'ui-common/api/initial-data';
import type { Product } from '../cart/cart-line';
import type { ProductQuery } from './list/list-choice';

export type Section = Schema<'SectionView'>;

type Pages = UseInfiniteQueryData<Schema<'ProductPage'>, string | undefined>;

/** All keys of lists of products begin so. */
const PRODUCTS = ['products'] as const;
const SECTIONS_PATH = '/api/v1/sections';
const PRODUCTS_PATH = '/api/v1/products';
const PAGE = 24;
const FIVE_MINUTES = 300_000;

/** The store's sections, in its order. */
export function useSections() {
  return useQuery({
    key: ['sections'],
    query: async ({ signal }) => (await answerOf(api.GET(SECTIONS_PATH, { signal }))).items,
    ...fromFirstAnswer(SECTIONS_PATH, {}, ({ items }: Schema<'SectionList'>) => items),
    staleTime: FIVE_MINUTES,
  });
}

/** One product, by its slug or its id. What a list has told of it is shown until the server has answered. */
export function useProduct(address: () => string) {
  const cache = useQueryCache();
  return useQuery(() => ({
    key: ['product', address()],
    query: ({ signal }) =>
      answerOf(api.GET('/api/v1/products/{id}', { params: { path: { id: address() } }, signal })),
    ...fromFirstAnswer(
      `${PRODUCTS_PATH}/${encodeURIComponent(address())}`,
      {},
      (product: Product) => product,
    ),
    placeholderData: () => listedProduct(cache, address()),
  }));
}

function listedProduct(cache: QueryCache, slug: string): Product | undefined {
  const few = cache
    .getEntries({ key: [...PRODUCTS, 'few'] })
    .flatMap(({ state }) => state.value.data as Product[]);
  const paged = cache
    .getEntries({ key: [...PRODUCTS, 'pages'] })
    .flatMap(({ state }) => (state.value.data as Pages | undefined)?.pages.flatMap(({ items }) => items));
  return [...few, ...paged].find((product) => product?.slug === slug);
}

/** A few products that answer to a query: a rail of them, or what is suggested. */
export const fewProducts = defineQueryOptions((query: ProductQuery) => ({
  key: [...PRODUCTS, 'few', { ...query }],
  query: async ({ signal }) => (await answerOf(api.GET(PRODUCTS_PATH, { params: { query }, signal }))).items,
  ...fromFirstAnswer(PRODUCTS_PATH, query, ({ items }: Schema<'ProductPage'>) => items),
}));

/** All products that answer to a query, a page at a time. */
export function useProductPages(query: () => ProductQuery) {
  return useInfiniteQuery(() => {
    const asked = query();
    return {
      key: [...PRODUCTS, 'pages', { ...asked }],
      query: ({ pageParam: cursor, signal }) =>
        answerOf(api.GET(PRODUCTS_PATH, { params: { query: { ...asked, limit: PAGE, cursor } }, signal })),
      ...fromFirstAnswer(PRODUCTS_PATH, { ...asked, limit: PAGE }, (first: Schema<'ProductPage'>): Pages => ({
        pages: [first],
        pageParams: [undefined],
      })),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }: Schema<'ProductPage'>) => nextCursor,
    };
  });
}

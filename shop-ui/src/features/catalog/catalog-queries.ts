import {
  defineQueryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryCache,
  type QueryCache,
  type UseInfiniteQueryData,
} from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { urlWith } from 'ui-common/api/query-text';
import type { Section } from '../../composables/useSections';
import type { Product } from '../cart/cart-line';
import { weighableProducts } from './home/weighing';
import type { ProductQuery } from './list/list-choice';

type Pages = UseInfiniteQueryData<Schema<'ProductPage'>, string | undefined>;

/** Key prefix of all product lists. */
const PRODUCTS_KEY = ['products'] as const;
const PRODUCTS_PATH = '/api/v1/products';
const PAGE_SIZE = 24;
/** Enough products to find several sections and several steps among them. */
const WEIGHABLE_LIMIT = 24;

/** Query options for a product by slug or ID, also by a slug from before it was renamed. */
export const productQuery = defineQueryOptions((slugOrId: string) => ({
  key: ['product', slugOrId],
  query: ({ signal }) =>
    responseBody(api.GET('/api/v1/products/{id}', { params: { path: { id: slugOrId } }, signal })),
  meta: { url: `${PRODUCTS_PATH}/${encodeURIComponent(slugOrId)}` },
}));

/** Query options for what a product page shows beside the product. */
export const detailsQuery = defineQueryOptions((id: string) => ({
  key: ['product-details', id],
  query: ({ signal }) =>
    responseBody(api.GET('/api/v1/products/{id}/details', { params: { path: { id } }, signal })),
  meta: { url: `${PRODUCTS_PATH}/${id}/details` },
}));

/** Queries a product by slug or ID. Shows its data from a loaded list until the server responds. */
export function useProduct(slugOrId: () => string) {
  const cache = useQueryCache();
  return useQuery(() => ({
    ...productQuery(slugOrId()),
    placeholderData: () => listedProduct(cache, slugOrId()),
  }));
}

function listedProduct(cache: QueryCache, slug: string): Product | undefined {
  const few = cache
    .getEntries({ key: [...PRODUCTS_KEY, 'few'] })
    .flatMap(({ state }) => state.value.data as Product[]);
  const paged = cache
    .getEntries({ key: [...PRODUCTS_KEY, 'pages'] })
    .flatMap(({ state }) => (state.value.data as Pages | undefined)?.pages.flatMap(({ items }) => items));
  return [...few, ...paged].find((product) => product?.slug === slug);
}

/** Query options for a few matching products, such as a rail or the suggestions. */
export const fewProducts = defineQueryOptions((query: ProductQuery) => ({
  key: [...PRODUCTS_KEY, 'few', { ...query }],
  query: async ({ signal }) =>
    (await responseBody(api.GET(PRODUCTS_PATH, { params: { query }, signal }))).items,
  meta: { url: urlWith(PRODUCTS_PATH, query) },
}));

/** Query options for the few products of the scale on the front page. The others that it chooses from are not kept. */
export const scaleQuery = defineQueryOptions((sections: readonly Section[]) => {
  const query = { byWeight: true, inStock: true, limit: WEIGHABLE_LIMIT };
  return {
    key: [...PRODUCTS_KEY, 'scale'],
    query: async ({ signal }) => {
      const { items } = await responseBody(api.GET(PRODUCTS_PATH, { params: { query }, signal }));
      return weighableProducts(sections, items);
    },
    meta: { url: urlWith(PRODUCTS_PATH, query) },
  };
});

/** Queries all matching products, page by page. */
export function useProductPages(query: () => ProductQuery) {
  return useInfiniteQuery(() => {
    const filters = query();
    return {
      key: [...PRODUCTS_KEY, 'pages', { ...filters }],
      query: ({ pageParam, signal }) => {
        // JSON has no undefined: the first page of a server-rendered list has the parameter null.
        const cursor = pageParam ?? undefined;
        const query = { ...filters, limit: PAGE_SIZE, cursor };
        return responseBody(api.GET(PRODUCTS_PATH, { params: { query }, signal }));
      },
      meta: { url: urlWith(PRODUCTS_PATH, { ...filters, limit: PAGE_SIZE }) },
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }: Schema<'ProductPage'>) => nextCursor,
    };
  });
}

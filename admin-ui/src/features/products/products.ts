import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { useLiveTable, type LiveTable } from '../../composables/useLiveTable';
import type { BulkResult } from './bulk/bulk-changes';
import type { NewProduct, Product, ProductChanges } from './editor/product-draft';
import { matchingQuery, type ProductQuery } from './list/product-query';

export type ChangeProductsBody = Schema<'ChangeProductsBody'>;

/** Queries a page of products, including hidden ones. The previous rows stay until the next ones have loaded. */
export function useProducts(query: () => ProductQuery) {
  return useQuery({
    key: () => ['products', 'table', { ...query() }],
    query: () => fetchProducts(query()),
    placeholderData: (previous: Schema<'AdminProductTable'> | undefined) => previous,
  });
}

/** Queries a page of products, and keeps its rows up to date. */
export function useLiveProducts(query: () => ProductQuery): LiveTable<Product> {
  return useLiveTable<Product>(useProducts(query), {
    kinds: ['products'],
    page: () => fetchProducts(query()),
  });
}

function fetchProducts(query: ProductQuery): Promise<Schema<'AdminProductTable'>> {
  return responseBody(api.GET('/api/v1/admin/products', { params: { query } }));
}

/** A product as a bulk change refers to it. */
export type SelectedProduct = Schema<'MatchingProductView'>;

/** Fetches all products that match a query, on any page. @throws ApiProblem `request.too-many-matches` */
export async function fetchMatching(query: ProductQuery): Promise<readonly SelectedProduct[]> {
  const params = { query: matchingQuery(query) };
  return (await responseBody(api.GET('/api/v1/admin/products/matching', { params }))).items;
}

/** Queries one product. */
export function useProduct(id: () => string) {
  return useQuery({ key: () => ['products', 'one', id()], query: () => fetchProduct(id()) });
}

/** Fetches the current version of a product. @throws ApiProblem */
export function fetchProduct(id: string): Promise<Product> {
  return responseBody(api.GET('/api/v1/admin/products/{id}', { params: { path: { id } } }));
}

/**
 * Changes a product, based on the given version.
 *
 * @throws ApiProblem `request.stale-version` if another user saved first
 */
export function changeProduct({ id, version }: Product, changes: ProductChanges): Promise<Product> {
  return responseBody(
    api.PATCH('/api/v1/admin/products/{id}', { params: { path: { id } }, body: { ...changes, version } }),
  );
}

/** Creates a product. @throws ApiProblem */
export function createProduct(body: NewProduct): Promise<Product> {
  return responseBody(api.POST('/api/v1/admin/products', { body }));
}

/** Uploads a product's picture. @throws ApiProblem */
export function sendPicture({ id, version }: Product, picture: Blob): Promise<Product> {
  const form = new FormData();
  form.set('image', picture, 'picture');
  return responseBody(
    api.PUT('/api/v1/admin/products/{id}/image', {
      params: { path: { id }, query: { version } },
      // Typed as string, since OpenAPI has no file type; sent unserialized.
      body: form as unknown as { image: string },
      bodySerializer: (body: unknown) => body,
    }),
  );
}

/** Removes a product's picture. @throws ApiProblem */
export function removePicture({ id, version }: Product): Promise<Product> {
  return responseBody(
    api.DELETE('/api/v1/admin/products/{id}/image', { params: { path: { id }, query: { version } } }),
  );
}

/**
 * Changes many products, all or none; with `dryRun`, returns the result without saving it.
 *
 * @throws ApiProblem `catalog.bulk-change-refused`, which lists the conflicting products
 */
export function changeProducts(body: ChangeProductsBody): Promise<BulkResult> {
  return responseBody(api.POST('/api/v1/admin/products/bulk-changes', { body }));
}

/** Deletes a product permanently. */
export function useDeleteProduct() {
  const cache = useQueryCache();
  return useMutation({
    mutation: ({ id, version }: Product) =>
      responseBody(
        api.DELETE('/api/v1/admin/products/{id}', { params: { path: { id }, query: { version } } }),
      ),
    onSuccess: () => cache.invalidateQueries({ key: ['products', 'table'] }),
  });
}

/** Returns a function that caches a changed product and invalidates the tables that show it. */
export function useCacheProduct(): (product: Product) => Promise<void> {
  const cache = useQueryCache();
  return async (product) => {
    cache.setQueryData(['products', 'one', product.id], product);
    await Promise.all([
      cache.invalidateQueries({ key: ['products', 'table'] }),
      cache.invalidateQueries({ key: ['sections'] }),
    ]);
  };
}

import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import type { BulkResult } from './bulk/bulk-changes';
import type { NewProduct, Product, ProductChanges } from './editor/product-draft';
import type { ProductQuery } from './list/product-query';

export type ChangeProductsBody = Schema<'ChangeProductsBody'>;

/** A page of the products as staff see them, hidden ones too. The rows before stay until the next ones are there. */
export function useProducts(query: () => ProductQuery) {
  return useQuery({
    key: () => ['products', 'table', { ...query() }],
    query: () => answerOf(api.GET('/api/v1/admin/products', { params: { query: query() } })),
    placeholderData: (previous: Schema<'AdminProductTable'> | undefined) => previous,
  });
}

/** One product as staff see it. */
export function useProduct(id: () => string) {
  return useQuery({ key: () => ['products', 'one', id()], query: () => fetchProduct(id()) });
}

/** A product as it is now. @throws ApiProblem */
export function fetchProduct(id: string): Promise<Product> {
  return answerOf(api.GET('/api/v1/admin/products/{id}', { params: { path: { id } } }));
}

/**
 * Changes a product, on the version that was seen.
 *
 * @throws ApiProblem `request.stale-version` where somebody else saved first
 */
export function changeProduct({ id, version }: Product, changes: ProductChanges): Promise<Product> {
  return answerOf(
    api.PATCH('/api/v1/admin/products/{id}', { params: { path: { id } }, body: { ...changes, version } }),
  );
}

/** @throws ApiProblem */
export function createProduct(body: NewProduct): Promise<Product> {
  return answerOf(api.POST('/api/v1/admin/products', { body }));
}

/** Gives a product its picture. @throws ApiProblem */
export function sendPicture({ id, version }: Product, picture: Blob): Promise<Product> {
  const form = new FormData();
  form.set('image', picture, 'picture');
  return answerOf(
    api.PUT('/api/v1/admin/products/{id}/image', {
      params: { path: { id }, query: { version } },
      // Typed as text, since OpenAPI knows no files; it goes as it is.
      body: form as unknown as { image: string },
      bodySerializer: (body: unknown) => body,
    }),
  );
}

/** Takes a product's picture away. @throws ApiProblem */
export function removePicture({ id, version }: Product): Promise<Product> {
  return answerOf(
    api.DELETE('/api/v1/admin/products/{id}/image', { params: { path: { id }, query: { version } } }),
  );
}

/**
 * Changes many products, all or none; or with `dryRun` tells what it would do.
 *
 * @throws ApiProblem `catalog.bulk-change-refused`, which names those that are in the way
 */
export function changeProducts(body: ChangeProductsBody): Promise<BulkResult> {
  return answerOf(api.POST('/api/v1/admin/products/bulk-changes', { body }));
}

/** Takes a product off the shelves for good. */
export function useDeleteProduct() {
  const cache = useQueryCache();
  return useMutation({
    mutation: ({ id, version }: Product) =>
      answerOf(api.DELETE('/api/v1/admin/products/{id}', { params: { path: { id }, query: { version } } })),
    onSuccess: () => cache.invalidateQueries({ key: ['products', 'table'] }),
  });
}

/** Puts a product that was changed where its page looks, and has the tables it stands in fetched anew. */
export function useProductKeeper(): (product: Product) => Promise<void> {
  const cache = useQueryCache();
  return async (product) => {
    cache.setQueryData(['products', 'one', product.id], product);
    await Promise.all([
      cache.invalidateQueries({ key: ['products', 'table'] }),
      cache.invalidateQueries({ key: ['sections'] }),
    ]);
  };
}

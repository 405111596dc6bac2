import { useQuery, useQueryCache } from '@pinia/colada';
import { api, responseBody, type Schema } from 'ui-common/api/client';

export type SavedView = Schema<'SavedViewView'>;
export type TableName = SavedView['table'];

/** What staff choose of a view. */
export type ViewContent = Pick<SavedView, 'name' | 'query' | 'isShared'>;

/** Where views of orders were stored in this browser, before the server had them. */
export const LOCAL_VIEWS_KEY = 'order-views';

/** Queries the own and the shared views of a table, by name. */
export function useSavedViews(table: () => TableName) {
  return useQuery({
    key: () => ['saved-views', table()],
    query: () =>
      responseBody(api.GET('/api/v1/admin/saved-views', { params: { query: { table: table() } } })),
  });
}

/** Saves a new view. @throws ApiProblem */
export function createView(table: TableName, content: ViewContent): Promise<SavedView> {
  return responseBody(api.POST('/api/v1/admin/saved-views', { body: { table, ...content } }));
}

/** Replaces a view, based on the given version. @throws ApiProblem */
export function replaceView({ id, version }: SavedView, content: ViewContent): Promise<SavedView> {
  return responseBody(
    api.PUT('/api/v1/admin/saved-views/{id}', { params: { path: { id } }, body: { ...content, version } }),
  );
}

/** Deletes a view. @throws ApiProblem */
export async function deleteView({ id, version }: SavedView): Promise<void> {
  await responseBody(
    api.DELETE('/api/v1/admin/saved-views/{id}', { params: { path: { id }, query: { version } } }),
  );
}

/** Returns a function that reloads the views of a table. */
export function useViewsChanged(table: () => TableName): () => Promise<void> {
  const cache = useQueryCache();
  return async () => {
    await cache.invalidateQueries({ key: ['saved-views', table()] });
  };
}

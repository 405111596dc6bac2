import type { UseInfiniteQueryData } from '@pinia/colada';
import { initialQueries } from 'ui-common/api/initial-queries';
import { CATALOG_CACHE } from './catalog-cache';

/** Stores the responses in the HTML page in the cache of the service worker, which never saw them. */
export async function persistInitialData(): Promise<void> {
  const cache = await caches.open(CATALOG_CACHE);
  for (const [data, , , meta] of Object.values(initialQueries()))
    if (meta?.url !== undefined) await cache.put(meta.url, Response.json(responseOf(data)));
}

/** Rebuilds the response from the data that a query of the catalog read from it. */
function responseOf(data: unknown): unknown {
  if (Array.isArray(data)) return { items: data };
  const { pages } = data as Partial<UseInfiniteQueryData<unknown, unknown>>;
  return pages === undefined ? data : pages[0];
}

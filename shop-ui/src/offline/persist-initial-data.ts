import { initialData } from 'ui-common/api/initial-data';
import { CATALOG_CACHE } from './catalog-cache';

/** Stores the initial data of the page in the cache of the service worker, which never saw these responses. */
export async function persistInitialData(): Promise<void> {
  const cache = await caches.open(CATALOG_CACHE);
  for (const [url, response] of Object.entries(initialData())) await cache.put(url, Response.json(response));
}

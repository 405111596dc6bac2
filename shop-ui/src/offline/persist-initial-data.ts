import { initialData } from 'ui-common/api/initial-data';
import { CATALOGUE_CACHE } from './catalog-cache';

/** Stores the initial data of the page in the cache of the service worker, which never saw these responses. */
export async function keepFirstAnswers(): Promise<void> {
  const cache = await caches.open(CATALOGUE_CACHE);
  for (const [url, response] of Object.entries(initialData())) await cache.put(url, Response.json(response));
}

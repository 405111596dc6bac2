import { firstAnswers } from 'ui-common/api/initial-data';
import { CATALOGUE_CACHE } from './catalog-cache';

/** The answers that came within the document passed no service worker: they are put where it would have put them. */
export async function keepFirstAnswers(): Promise<void> {
  const cache = await caches.open(CATALOGUE_CACHE);
  for (const [address, answer] of Object.entries(firstAnswers()))
    await cache.put(address, Response.json(answer));
}

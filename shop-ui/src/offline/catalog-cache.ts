/** The name of the cache that the service worker keeps the catalogue in. */
export const CATALOGUE_CACHE = 'catalogue';

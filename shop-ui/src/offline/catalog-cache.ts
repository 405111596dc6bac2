/** Name of the service worker cache for catalog responses. */
export const CATALOGUE_CACHE = 'catalogue';

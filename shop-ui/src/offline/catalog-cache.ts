/** Name of the service worker cache for catalog responses. */
export const CATALOG_CACHE = 'catalogue';

import type { VitePWAOptions } from 'vite-plugin-pwa';
import { CATALOG_CACHE } from './catalog-cache.ts';

const DAY_S = 24 * 60 * 60;
/** Paths that do not belong to the shop. */
const EXCLUDED_PATHS = [/^\/(?:api|docs|media|admin|queues|health|metrics)(?:\/|$)/, /\.[a-z0-9]+$/i];

/**
 * Options of the service worker. It precaches the shop's files on the first visit. Catalog requests go to the network first and
 * fall back to the last response while the store is unreachable.
 */
export const SERVICE_WORKER: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  injectRegister: false,
  // The server generates it with the name of the store.
  manifest: false,
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png}', '**/figtree-*.woff2'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: EXCLUDED_PATHS,
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    runtimeCaching: [
      {
        // Public data only: personal data is never cached. (Functions here are copied verbatim into the worker.)
        urlPattern: ({ url, sameOrigin }) =>
          sameOrigin && /^\/api\/v1\/(?:store|sections|products)(?:\/|$)/.test(url.pathname),
        handler: 'NetworkFirst',
        options: {
          cacheName: CATALOG_CACHE,
          networkTimeoutSeconds: 4,
          expiration: { maxEntries: 200, maxAgeSeconds: 14 * DAY_S },
        },
      },
      {
        // Image URLs are immutable: a new image gets a new URL.
        urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/media/'),
        handler: 'CacheFirst',
        options: {
          cacheName: 'pictures',
          cacheableResponse: { statuses: [200] },
          expiration: { maxEntries: 400, maxAgeSeconds: 60 * DAY_S, purgeOnQuotaError: true },
        },
      },
      {
        urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.woff2'),
        handler: 'CacheFirst',
        options: { cacheName: 'fonts', expiration: { maxEntries: 10 } },
      },
    ],
  },
};

import type { VitePWAOptions } from 'vite-plugin-pwa';
import { CATALOGUE_CACHE } from './catalog-cache.ts';

const DAYS = 24 * 60 * 60;
/** What is not the shop's. */
const ELSEWHERE = [/^\/(?:api|docs|media|admin|queues|health|metrics)(?:\/|$)/, /\.[a-z0-9]+$/i];

/**
 * The service worker: the shop's own files are there from its first visit on; the catalogue is asked for anew each time, and shown
 * as it was last seen where the store cannot be reached.
 */
export const SERVICE_WORKER: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  injectRegister: false,
  // The server writes it, with the store's own name.
  manifest: false,
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png}', '**/figtree-*.woff2'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: ELSEWHERE,
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    runtimeCaching: [
      {
        // The same for everybody. What is one shopper's is never kept. (Functions here are written into the worker as they stand.)
        urlPattern: ({ url, sameOrigin }) =>
          sameOrigin && /^\/api\/v1\/(?:store|sections|products)(?:\/|$)/.test(url.pathname),
        handler: 'NetworkFirst',
        options: {
          cacheName: CATALOGUE_CACHE,
          networkTimeoutSeconds: 4,
          expiration: { maxEntries: 200, maxAgeSeconds: 14 * DAYS },
        },
      },
      {
        // Each picture has an address of its own, which no other picture ever gets.
        urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/media/'),
        handler: 'CacheFirst',
        options: {
          cacheName: 'pictures',
          cacheableResponse: { statuses: [200] },
          expiration: { maxEntries: 400, maxAgeSeconds: 60 * DAYS, purgeOnQuotaError: true },
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

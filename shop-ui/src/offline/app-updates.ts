import { registerSW } from 'virtual:pwa-register';
import { persistInitialData } from './persist-initial-data';

/** Interval of update checks, for pages that stay open all day. */
const UPDATE_CHECK_INTERVAL_MS = 60 * 60 * 1000;

/**
 * Installs the service worker.
 *
 * @param onUpdate called when a new version is ready, with a function that activates it and reloads the page. Let the user decide
 *   when to call it
 */
export function installServiceWorker(onUpdate: (update: () => void) => void): void {
  const update = registerSW({
    onNeedRefresh: () => onUpdate(() => void update(true)),
    onRegisteredSW: (_, registration) => {
      void persistInitialData();
      setInterval(() => void registration?.update().catch(() => undefined), UPDATE_CHECK_INTERVAL_MS);
    },
  });
}

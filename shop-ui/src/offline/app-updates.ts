import { registerSW } from 'virtual:pwa-register';
import { HOUR_MS } from 'ui-common/dates/durations';
import { persistInitialData } from './persist-initial-data';

/** Interval of update checks, for pages that stay open all day. */
const UPDATE_CHECK_INTERVAL_MS = HOUR_MS;

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

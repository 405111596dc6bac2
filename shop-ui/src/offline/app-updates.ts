import { registerSW } from 'virtual:pwa-register';
import { keepFirstAnswers } from './persist-initial-data';

/** Milliseconds between two looks for a newer shop, for those who leave it open all day. */
const LOOK_EVERY = 60 * 60 * 1000;

/**
 * Installs the service worker.
 *
 * @param tell is called when a newer shop waits, with what puts it in place; it reloads the page, so it is the shopper's to say when
 */
export function installServiceWorker(tell: (update: () => void) => void): void {
  const update = registerSW({
    onNeedRefresh: () => tell(() => void update(true)),
    onRegisteredSW: (_, registration) => {
      void keepFirstAnswers();
      setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY);
    },
  });
}

import { keepEarlyEvents } from 'ui-common/common/early-events';
import { pause } from 'ui-common/common/pause';

/** At the latest, in milliseconds: a tab in the background paints nothing. */
const LONGEST_WAIT = 500;

/** Resolves when what the document shows by itself has been painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT);
  });
}

/**
 * Runs the shop's modules, which the document has the browser fetch, one after the other and each in a task of its own: on a slow
 * phone, all of them at once would hold up the page that is already to be seen.
 */
async function boot(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]');
  await painted();
  for (const { href } of links) {
    await import(/* @vite-ignore */ href);
    await pause();
  }
  // A browser's first format takes it as long as one of them.
  new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: 'INR' }).format(0);
  await pause();
  await import('./main');
}

keepEarlyEvents();
void boot();

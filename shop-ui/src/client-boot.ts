import { recordEarlyEvents } from 'ui-common/browser/pre-hydration-events';
import { markSignedIn } from 'ui-common/browser/signed-in-mark';
import { yieldToBrowser } from 'ui-common/browser/yield-to-browser';
import { SECOND_MS } from 'ui-common/dates/durations';
import { markUsualRows } from './features/catalog/home/usual/usual-mark';

/** Limit for slow images, and for background tabs, which do not paint. */
const MAX_PAINT_WAIT_MS = 3 * SECOND_MS;

/** Resolves when the browser has painted the HTML page and the images on its first screen. */
function waitForPaint(): Promise<void> {
  return new Promise((resolve) => {
    const onLoad = (): void => void requestAnimationFrame(() => setTimeout(() => onFirstPaint(resolve)));
    if (document.readyState === 'complete') onLoad();
    else addEventListener('load', onLoad, { once: true });
    setTimeout(resolve, MAX_PAINT_WAIT_MS);
  });
}

/** Calls back when the first frame is on the screen, which a slow graphics processor shows long after it was requested. */
function onFirstPaint(callback: () => void): void {
  const observer = new PerformanceObserver((entries) => {
    if (entries.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    callback();
  });
  observer.observe({ type: 'paint', buffered: true });
}

/** Maximum time before a page hydrates without interaction. */
const MAX_IDLE_MS = 8 * SECOND_MS;
const INTERACTION_EVENTS = [
  'pointerdown',
  'pointermove',
  'touchstart',
  'keydown',
  'focusin',
  'scroll',
  'wheel',
];

/** Returns true if the server rendered the page. */
function isServerRendered(): boolean {
  return document.querySelector('[data-ssr]') !== null;
}

/** Returns true if the page may differ from the server-rendered one: account, cart or chosen language. */
function hasLocalState(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    // Storage is blocked, so there is no local state.
    return false;
  }
}

/** Resolves on the first interaction. A complete page need not hydrate earlier on a slow phone. */
function waitForInteraction(): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      for (const type of INTERACTION_EVENTS) removeEventListener(type, wake, { capture: true });
      resolve();
    };
    for (const type of INTERACTION_EVENTS) addEventListener(type, wake, { capture: true, passive: true });
    setTimeout(wake, MAX_IDLE_MS);
  });
}

/**
 * Loads the shop's modules in the order in which the HTML page lists them, and runs each in its own task. On a slow phone, running
 * them earlier would delay the first paint, and running them in one task would block input.
 */
async function boot(): Promise<void> {
  const modules = [...document.querySelectorAll<HTMLLinkElement>('link[rel="shop-module"]')];
  const interaction = waitForInteraction();
  if (isServerRendered()) await waitForPaint();
  for (const module of modules) {
    // Starting all requests in one task would block input on a slow phone.
    module.rel = 'modulepreload';
    await yieldToBrowser();
  }
  if (isServerRendered() && !hasLocalState()) await interaction;
  for (const { href } of modules) {
    await import(/* @vite-ignore */ href);
    await yieldToBrowser();
  }
  // Warm up Intl: the first format takes a browser as long as a module.
  new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: 'INR' }).format(0);
  await yieldToBrowser();
  await import('./entry-client');
}

markSignedIn();
markUsualRows();
recordEarlyEvents();
void boot();

import { keepEarlyEvents } from 'ui-common/browser/pre-hydration-events';
import { pause } from 'ui-common/common/pause';

/** At the latest, in milliseconds: a picture may never come, and a tab in the background paints nothing. */
const MAX_WAIT_MS = 3000;

/** Resolves when what the document shows by itself, with the pictures on its first screen, has been painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const onLoad = (): void => void requestAnimationFrame(() => setTimeout(resolve));
    if (document.readyState === 'complete') onLoad();
    else addEventListener('load', onLoad, { once: true });
    setTimeout(resolve, MAX_WAIT_MS);
  });
}

/** Milliseconds that a page sleeps at most. */
const MAX_IDLE_MS = 8000;
const TOUCHES = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'focusin', 'scroll', 'wheel'];

/** Whether the server has drawn the page. */
function isDrawn(): boolean {
  return document.querySelector('[data-drawn]') !== null;
}

/** Whether there may be more to show than the server has drawn: who is signed in here, the cart, the language that was chosen. */
function hasMoreToShow(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    // A browser that keeps nothing has nothing more to show.
    return false;
  }
}

/** Resolves when somebody turns to the page. One that is whole need not run on a slow phone before. */
function touched(): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      for (const type of TOUCHES) removeEventListener(type, wake, { capture: true });
      resolve();
    };
    for (const type of TOUCHES) addEventListener(type, wake, { capture: true, passive: true });
    setTimeout(wake, MAX_IDLE_MS);
  });
}

/**
 * Fetches the shop's modules, which the document names in this order, and runs one after the other, each in a task of its own. On a
 * slow phone they would hold up a page that is there already, and all of them at once the fingers that touch it.
 */
async function boot(): Promise<void> {
  const modules = [...document.querySelectorAll<HTMLLinkElement>('link[rel="shop-module"]')];
  const turnedTo = touched();
  if (isDrawn()) await painted();
  for (const module of modules) module.rel = 'modulepreload';
  if (isDrawn() && !hasMoreToShow()) await turnedTo;
  for (const { href } of modules) {
    await import(/* @vite-ignore */ href);
    await pause();
  }
  // A browser's first format takes it as long as one of them.
  new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: 'INR' }).format(0);
  await pause();
  await import('./entry-client');
}

keepEarlyEvents();
void boot();

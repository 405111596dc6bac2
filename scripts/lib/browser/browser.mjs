import { chromium } from 'playwright-core';
import { findChromium } from '../test/engines.mjs';

/**
 * Flags that switch off background services of the browser. There is no sandbox, because the browser may run as root.
 */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** By default, functions are asked at each frame, and a busy browser may draw none for a while. */
const POLLING_MS = 100;

/** Selector of placeholders for content that is still loading. */
const LOADING_SELECTOR =
  'main :is(.bone, .v-skeleton-loader, [aria-busy="true"]), [data-signed-in] main .waiting';

/**
 * Starts the installed Chromium with a temporary profile.
 *
 * @param {readonly string[]} [flags] command-line flags besides the usual ones
 * @returns {Promise<import('playwright-core').Browser>}
 */
export function launchBrowser(flags = []) {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found. Install it, or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...flags] });
}

/**
 * Waits until a page is complete: its heading, no loading placeholders, its fonts, and the images in view.
 *
 * @param {import('playwright-core').Page} page
 */
export async function waitUntilSettled(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction((selector) => document.querySelector(selector) === null, LOADING_SELECTOR, {
    polling: POLLING_MS,
  });
  await page.waitForFunction(() => {
    const isInView = (image) => image.getBoundingClientRect().top < window.innerHeight;
    const images = [...document.images].filter((image) => image.checkVisibility() && isInView(image));
    return document.fonts.status === 'loaded' && images.every((image) => image.complete);
  });
}

/**
 * Opens a browser context for one visitor of the shop, signed in if an account is given.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ username: string, password: string }} [account]
 * @param {import('playwright-core').BrowserContextOptions} [options]
 * @returns {Promise<import('playwright-core').BrowserContext>}
 */
export async function newVisitor(browser, url, account, options = {}) {
  const signedIn = { origins: [{ origin: url, localStorage: [{ name: 'signed-in', value: 'yes' }] }] };
  const context = await browser.newContext({
    baseURL: url,
    serviceWorkers: 'block',
    ...(account && { storageState: { cookies: [], ...signedIn } }),
    ...options,
  });
  if (account === undefined) return context;
  const { username, password } = account;
  const response = await context.request.post('/api/v1/auth/login', { data: { username, password } });
  if (!response.ok()) throw new Error(`Sign-in of ${username} failed: ${await response.text()}`);
  return context;
}

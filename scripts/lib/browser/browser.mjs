import { chromium } from 'playwright-core';
import { findChromium } from '../test/engines.mjs';

/** Without what a browser does for its owner in the background; and where it runs as root, there is no sandbox. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What stands for something that is still on its way. */
const WAITING = 'main :is(.bone, .v-skeleton-loader, [aria-busy="true"])';

/**
 * Starts the Chromium that is installed, with a profile of its own that is gone afterwards.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export function launchBrowser() {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found. Install it, or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: BROWSER_FLAGS });
}

/**
 * Waits until a page shows what it is to show: its heading, nothing that stands for what is on its way, its fonts, and the
 * pictures that can be seen.
 *
 * @param {import('playwright-core').Page} page
 */
export async function settled(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction((selector) => document.querySelector(selector) === null, WAITING);
  await page.waitForFunction(() => {
    const isSeen = (image) => image.getBoundingClientRect().top < window.innerHeight;
    const pictures = [...document.images].filter((image) => image.checkVisibility() && isSeen(image));
    return document.fonts.status === 'loaded' && pictures.every((image) => image.complete);
  });
}

/**
 * A visitor of the shop with a browser profile of their own; signed in where there is an account.
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
  const answer = await context.request.post('/api/v1/auth/login', { data: { username, password } });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  return context;
}

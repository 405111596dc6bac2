import type { Browser, Page } from 'playwright-core';
import { newVisitor } from '../../../scripts/lib/browser/browser.mjs';
import { REFRESH_LEEWAY_MS } from '../../../src/auth/sessions/refresh-tokens.js';
import { newShopper } from '../../factories/users.js';
import { refresh } from '../clients/cookies.js';
import { sleep } from '../servers/processes.js';
import type { Server } from '../servers/server.js';
import { startSlowProxy } from '../servers/slow-proxy.js';

/** Time by which the network delays each response to a refresh of the session. */
const DELAY_MS = 700;

/** The refresh whose response is cut off: each third of all. */
const CUT_EVERY = 3;

const REFRESH = '/api/v1/auth/refresh';

/**
 * Reloads the account page of a shopper on a bad network again and again. Every second reload leaves the page before the
 * response to its refresh arrives. The network also cuts some responses off.
 *
 * @returns the number of reloads after which the shopper was still signed in
 */
export async function reloadOnBadNetwork(server: Server, browser: Browser, reloads: number): Promise<number> {
  let refreshes = 0;
  const proxy = await startSlowProxy(server.url, (request) => {
    if (request !== `POST ${REFRESH}`) return undefined;
    refreshes += 1;
    return { delayMs: DELAY_MS, isCut: refreshes % CUT_EVERY === 0 };
  });
  const context = await newVisitor(browser, proxy.url, await newShopper(server));
  const page = await context.newPage();
  await page.goto('/account');
  let count = 0;
  for (let i = 0; i < reloads; i++) {
    if (i % 2 === 1) await leaveDuringRefresh(page);
    await page.reload();
    if (await isSignedIn(page)) count += 1;
  }
  await context.close();
  await proxy.close();
  return count;
}

/**
 * Uses a spent cookie of a shopper from elsewhere after the leeway.
 *
 * @returns the status of the thief's request, and whether the shopper is still signed in
 */
export async function stealSpentCookie(
  server: Server,
  browser: Browser,
): Promise<{ readonly status: number; readonly isSignedIn: boolean }> {
  const context = await newVisitor(browser, server.url, await newShopper(server));
  const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith('refresh_token'));
  const page = await context.newPage();
  await page.goto('/account');
  if (cookie === undefined || !(await isSignedIn(page))) throw new Error('The shopper is not signed in.');
  await server.rows('UPDATE refresh_tokens SET used_at = used_at - ?', [REFRESH_LEEWAY_MS + 1]);
  const { status } = await refresh(server, `${cookie.name}=${cookie.value}`);
  await page.reload();
  const result = { status, isSignedIn: await isSignedIn(page) };
  await context.close();
  return result;
}

/** Reloads a page while the response to its refresh is under way. */
async function leaveDuringRefresh(page: Page): Promise<void> {
  const sent = page.waitForRequest(`**${REFRESH}`);
  await page.reload({ waitUntil: 'commit' });
  await sent;
  await sleep(DELAY_MS / 2);
}

/** Waits until the account page shows the account, or leads to the sign-in page. */
async function isSignedIn(page: Page): Promise<boolean> {
  const account = page.getByRole('button', { name: 'Sign out' });
  const signIn = page.getByRole('heading', { level: 1, name: 'Sign in' });
  await account.or(signIn).first().waitFor();
  return account.isVisible();
}

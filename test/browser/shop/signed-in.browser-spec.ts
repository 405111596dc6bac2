import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { framesWithLink, watchLink } from '../support/in-page.mjs';
import { DESK, Shop } from './shop.js';
import { link } from './shopper.js';

const CPU_SLOWDOWN = 4;
/** Time that a slow phone takes to restore a session. */
const REFRESH_MS = 3 * SECOND_MS;

const shop = Shop.forThisFile();

/** Slows the processor and the restoring of the session down. */
async function slowDown(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.route('**/api/v1/auth/refresh', async (route) => {
    await sleep(REFRESH_MS);
    await route.continue();
  });
}

const PAGES: Readonly<Record<string, () => string>> = {
  home: () => '/',
  section: () => `/sections/${shop.fixture.section.slug}`,
  product: () => `/products/${shop.fixture.product.slug}`,
  search: () => '/search?q=milk',
  cart: () => '/cart',
  orders: () => '/orders',
};

describe.each([
  ['a phone', {}],
  ['a desktop', DESK],
])('on %s', (_, options) => {
  it.each(Object.keys(PAGES))('never shows a signed-in shopper as a guest on the page %s', async (name) => {
    const { page } = await shop.visitor(shop.fixture.users.owner, options);
    await slowDown(page);
    await page.addInitScript(watchLink, 'Sign in');
    await page.goto(PAGES[name]!());
    await page.waitForResponse(/\/users\/me$/);
    await link(page, 'Account').waitFor();
    expect(await page.evaluate(framesWithLink)).toBe(0);
  });
});

it('shows signing in to a shopper whose session has ended', async () => {
  const { page, context, guard } = await shop.visitor(shop.fixture.users.owner);
  guard.expect(401, /^\/api\/v1\/auth\/refresh$/);
  await context.clearCookies();
  await page.goto('/');
  await link(page, 'Sign in').waitFor();
  await page.reload();
  await link(page, 'Sign in').waitFor();
});

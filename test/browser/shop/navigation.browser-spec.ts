import type { Page } from 'playwright-core';
import { waitUntil } from '../../support/servers/processes.js';
import { Shop } from './shop.js';
import { heading, link, visible } from './shopper.js';

const shop = Shop.forThisFile();
const UNKNOWN = /^\/api\/v1\/products\/no-such-product$/;

const expectTitle = (page: Page, title: string): Promise<void> =>
  waitUntil(async () => (await page.title()) === `${title} · Green Basket`);

async function search(page: Page, words: string): Promise<void> {
  const field = visible(page.getByRole('combobox', { name: 'Search the store' }));
  await field.fill(words);
  await field.press('Enter');
}

it('sets and announces the title of each page that a click leads to', async () => {
  const { section, product } = shop.fixture;
  const { page } = await shop.visitor();
  const announced = page.locator('p[aria-live=polite]');
  await page.goto('/');
  // Without the shop's script, a link would load the page again.
  await page.mouse.move(50, 50);
  await page.locator('.v-application[class*="v-theme--"]').waitFor();
  await visible(page.locator(`a[href="/sections/${section.slug}"]`)).click();
  await heading(page, section.name).waitFor();
  await expectTitle(page, section.name);
  await visible(page.locator(`a[href="/products/${product.slug}"]`)).click();
  await heading(page, product.name).waitFor();
  await expectTitle(page, product.name);
  expect(await announced.textContent()).toBe(product.name);
  await search(page, 'product');
  await heading(page, /product/).waitFor();
  await expectTitle(page, (await heading(page, /product/).textContent()) ?? '');
  await page.goBack();
  await expectTitle(page, product.name);
  await page.goBack();
  await expectTitle(page, section.name);
});

it.each([
  ['section', '/sections/no-such-section', 'No such section'],
  ['product', '/products/no-such-product', 'No such product'],
])('sets the title of an unknown %s', async (_, path, title) => {
  const { page, guard } = await shop.visitor();
  guard.expect(404, UNKNOWN);
  guard.expect(404, new RegExp(`^${path}$`));
  await page.goto(path);
  await page.mouse.move(50, 50);
  await page.locator('main h1').waitFor();
  await expectTitle(page, (await page.locator('main h1').textContent()) ?? title);
});

it('marks the page of a search in the bottom bar, however early it is', async () => {
  const { page } = await shop.visitor();
  // A slow phone that has no time for the bar, which no one has touched.
  await page.addInitScript(`window.requestIdleCallback = () => 0`);
  await page.goto('/');
  await page.mouse.move(50, 50);
  await page.locator('.v-application[class*="v-theme--"]').waitFor();
  await search(page, 'product');
  await page.waitForURL(/\/search\?q=product/);
  const bar = page.locator('nav.bottom');
  await bar.locator('a[aria-current=page]', { hasText: 'Search' }).waitFor();
  expect(await bar.locator('a[aria-current=page]').count()).toBe(1);
  await link(page, 'Home').click();
  await bar.locator('a[aria-current=page]', { hasText: 'Home' }).waitFor();
});

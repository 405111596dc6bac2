import type { Page } from 'playwright-core';
import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { JS_BUDGETS } from '../../../scripts/lib/build/bundle.mjs';
import { newProduct, newSection, type TestSection } from '../../factories/catalog.js';
import { waitUntil } from '../../support/servers/processes.js';
import { loadedScriptKilobytes, recordedShifts, watchShifts } from '../support/in-page.mjs';
import { Shop } from './shop.js';
import { addToCart, quantityStepper, heading, link, visible } from './shopper.js';

/** Lighthouse rates up to 0.1 as good. */
const MAX_LAYOUT_SHIFT = 0.05;

const shop = Shop.forThisFile();

let section: TestSection;

/** Fills a section with as many products as a real store has. */
beforeAll(async () => {
  const { server, users } = shop.fixture;
  section = await newSection(server, users.admin, 'Fruits and vegetables');
  const additions = Array.from({ length: 30 }, () =>
    newProduct(server, users.manager, { sectionId: section.id }),
  );
  await Promise.all(additions);
});

/** A text that is loaded later only would be shown by its key, such as titles.cart. */
const TEXT_KEY = /\b(?:cart|catalog|common|orders|placed|problems|shop|titles|units)\.[a-z]/;

/** Pages on which visits start. */
const FIRST_PAGES = {
  home: () => '/',
  section: () => `/sections/${section.slug}`,
  product: () => `/products/${shop.fixture.product.slug}`,
  search: () => `/search?q=${encodeURIComponent(section.name)}`,
};

/**
 * Opens a page as the first one of a visit, up to three times. On a busy machine the font may arrive after the first paint, and a
 * machine without the fallback fonts then moves lines. What shifts by itself does so each time.
 */
async function firstVisit(path: string): Promise<{ page: Page; shifts: ReturnType<typeof recordedShifts> }> {
  for (let visit = 1; ; visit += 1) {
    const { page } = await shop.visitor();
    await page.addInitScript(watchShifts);
    await page.goto(path);
    await waitUntilSettled(page);
    const shifts = await page.evaluate(recordedShifts);
    const shifted = shifts.reduce((sum, { value }) => sum + value, 0);
    if (shifted <= MAX_LAYOUT_SHIFT) return { page, shifts: [] };
    if (visit === 3) return { page, shifts };
  }
}

it.each(Object.keys(FIRST_PAGES) as (keyof typeof FIRST_PAGES)[])(
  'loads little script and shifts nothing on %s as the first page',
  async (name) => {
    const { page, shifts } = await firstVisit(FIRST_PAGES[name]());
    expect(await page.evaluate(loadedScriptKilobytes)).toBeLessThanOrEqual(JS_BUDGETS['shop-ui']);
    expect(shifts).toEqual([]);
    await page.locator('footer').last().scrollIntoViewIfNeeded();
    expect(await page.locator('body').innerText()).not.toMatch(TEXT_KEY);
  },
);

describe('server-rendered page', () => {
  it('can be read and navigated without any script', async () => {
    const { page } = await shop.visitor(undefined, { javaScriptEnabled: false });
    await page.goto(FIRST_PAGES.section());
    await heading(page, section.name).waitFor();
    const { name } = shop.fixture.product;
    await page.goto(FIRST_PAGES.product());
    await heading(page, name).waitFor();
    await visible(link(page, 'Home')).click();
    await heading(page, 'Take exactly as much as you need.').waitFor();
  });

  it.each(Object.keys(FIRST_PAGES) as (keyof typeof FIRST_PAGES)[])(
    'is hydrated on %s without being replaced',
    async (name) => {
      const { page } = await shop.visitor(undefined, { colorScheme: 'dark' });
      await page.goto(FIRST_PAGES[name]());
      await page.evaluate(`document.querySelector('main h1').dataset.mark = 'drawn'`);
      await page.mouse.move(50, 50);
      await page.locator('.v-application.v-theme--dark').waitFor();
      await waitUntilSettled(page);
      await page.locator('main h1[data-mark="drawn"]').waitFor();
    },
  );

  it('handles a click from before hydration', async () => {
    const { product } = shop.fixture;
    const { page } = await shop.visitor();
    await page.goto(FIRST_PAGES.product(), { waitUntil: 'commit' });
    await addToCart(page, product);
    await quantityStepper(page, product).getByText('1 piece').first().waitFor();
    await page.reload();
    await quantityStepper(page, product).getByText('1 piece').first().waitFor();
  });

  it('keeps text that was typed before hydration', async () => {
    const { page } = await shop.visitor();
    await page.goto('/', { waitUntil: 'commit' });
    const search = page.getByRole('combobox', { name: 'Search the store' });
    await search.fill('tomato');
    await page.locator('.v-application[class*="v-theme--"]').waitFor();
    await waitUntilSettled(page);
    // Hydration empties the field, and the text is put back at once.
    await page.waitForFunction(`document.querySelector('[role=combobox]').value === 'tomato'`);
    await search.press('Enter');
    await page.waitForURL('**/search?q=tomato');
  });

  it('shows the stored cart to a returning visitor', async () => {
    const { product } = shop.fixture;
    const { page } = await shop.visitor();
    await page.goto(FIRST_PAGES.product());
    await addToCart(page, product);
    await quantityStepper(page, product).getByText('1 piece').first().waitFor();
    await page.goto('/');
    await visible(link(page, /View cart/)).waitFor();
  });
});

describe('a chosen theme', () => {
  /** Names the color scheme in which the page is shown. */
  const SCHEME = 'getComputedStyle(document.documentElement).colorScheme';

  it('replaces the theme of the device without an inline style, also on a server-rendered page', async () => {
    const { page } = await shop.visitor(undefined, { colorScheme: 'light' });
    await page.goto('/cart');
    await page.getByLabel('Appearance').selectOption('Dark');
    await page.locator('.v-application.v-theme--dark').waitFor();
    expect(await page.evaluate(SCHEME)).toBe('dark');
    await page.goto('/');
    await page.locator('.v-application.v-theme--dark').waitFor();
    expect(await page.evaluate(SCHEME)).toBe('dark');
    expect(await page.locator('style').count()).toBe(0);
  });

  it('follows the device again when it is unset', async () => {
    const { page } = await shop.visitor(undefined, { colorScheme: 'dark' });
    await page.goto('/cart');
    await page.getByLabel('Appearance').selectOption('Dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await waitUntilSettled(page);
    expect(await page.evaluate(SCHEME)).toBe('dark');
    await page.getByLabel('Appearance').selectOption('As the device');
    await page.locator('.v-application.v-theme--light').waitFor();
    expect(await page.evaluate(SCHEME)).toBe('light');
  });
});

it('sets the title of each page in the language of the visitor', async () => {
  const { product } = shop.fixture;
  const { page } = await shop.visitor(undefined, { locale: 'hi-IN' });
  const titled = (start: string): Promise<void> =>
    waitUntil(async () => (await page.title()).startsWith(start));
  await page.goto('/');
  await page.mouse.move(50, 50);
  await titled('ताज़ा किराना');
  await page.goto(FIRST_PAGES.product());
  await titled(product.name);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from '../../scripts/lib/browser.mjs';
import { fillCart, newOrder } from '../factories/orders.js';
import { faultsByAxe, holdStill, painted } from './in-page.mjs';
import { PAGES, type Things } from './pages.mjs';
import { Shop } from './shop.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** What is not there to look at is not looked for: the pages of unknown things are answered so. */
const NOT_FOUND = /^\/(?:api\/v1\/)?(?:products|sections|no)\//;

/** In the dark nothing but colours is different. */
const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };
const ALL: RunOptions = {};

const shop = Shop.forThisFile();
let things: Things;

beforeAll(async () => {
  const { server, section, product, people } = shop.world;
  const { id: order } = await newOrder(server, people.owner, { [product.id]: 2 });
  await fillCart(server, people.owner, { [product.id]: 3 });
  things = { section: section.slug, product: product.slug, words: product.name, order };
});

/** What axe finds on the page that is open, on a phone and on a desk, light and dark. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const [colorScheme, options] of [
      ['light', ALL],
      ['dark', COLOURS],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(painted);
      const found = await page.evaluate(faultsByAxe, options);
      faults.push(...found.map((fault) => `${viewport.width} px, ${colorScheme}: ${fault}`));
    }
  }
  return faults;
}

it.each(PAGES)('axe finds nothing on $name', async ({ who, address }) => {
  const { page, guard } = await shop.visitor(who === 'shopper' ? shop.world.people.owner : undefined);
  guard.expect(404, NOT_FOUND);
  await page.addInitScript(holdStill);
  await page.addInitScript(AXE);
  await page.goto(address(things));
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
});

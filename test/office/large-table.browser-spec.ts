import type { Locator, Page } from 'playwright-core';
import { settled } from '../../scripts/lib/browser.mjs';
import { timeToNewRows } from '../browser/in-page.mjs';
import { DESK, Shop } from '../browser/shop.js';
import { button } from '../browser/shopper.js';
import { manyProducts } from '../factories/many-products.js';

const PRODUCTS = 50_000;
/** Milliseconds from the click until the new rows are painted. */
const MOST_TIME = 300;
const TIMES = 9;

const shop = Shop.forThisFile(DESK);

beforeAll(() => manyProducts(shop.world.server, shop.world.section.id, PRODUCTS));

const STEPS: Readonly<Record<string, (page: Page) => Locator>> = {
  'sort by rate': (page) => button(page, 'Rate'),
  'sort by stock': (page) => button(page, 'In stock'),
  'filter what is low in stock': (page) => button(page, 'Low stock'),
  'the next page': (page) => button(page, 'Next page'),
};

it.each(Object.keys(STEPS))(`${PRODUCTS} products answer within ${MOST_TIME} ms: %s`, async (step) => {
  const { page } = await shop.visitor(shop.world.people.manager);
  await page.goto('/admin/products');
  await settled(page);
  const clicked = STEPS[step]!(page);
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) times.push(await clicked.evaluate(timeToNewRows));
  const [fastest = Infinity, ...rest] = times.toSorted((one, other) => one - other);
  const median = rest[Math.floor(TIMES / 2) - 1] ?? fastest;
  process.stdout.write(`${step}: median ${Math.round(median)} ms, fastest ${Math.round(fastest)} ms\n`);
  // Whatever else the machine does meanwhile makes some of them slower, and none of them quicker.
  expect(fastest).toBeLessThanOrEqual(MOST_TIME);
});

import type { Locator, Page } from 'playwright-core';
import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { insertProducts } from '../../factories/bulk/products.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { measureNewRows } from '../support/in-page.mjs';

const SMALL_ROW_COUNT = 400;
const LARGE_ROW_COUNT = 50_000;
/** Maximum time from the click until the new rows are painted. */
const MAX_RESPONSE_MS = 300;
/** Factor over the time for the small table, for a machine that is busy with other work. */
const MAX_SLOWDOWN_FACTOR = 2;
const CLICK_COUNT = 7;

/** Returns the element to click for each click of a step. */
const STEPS: Readonly<Record<string, (page: Page, click: number) => Locator | Promise<Locator>>> = {
  'sorting by rate': (page) => button(page, 'Rate'),
  'sorting by stock': (page) => button(page, 'Available'),
  'filtering by low stock, and clearing the filter': async (page, click) => {
    if (click % 2 === 1) return page.getByRole('button', { name: 'Clear Available' });
    await page.getByRole('combobox', { name: 'Available' }).press('Enter');
    return page.getByRole('option', { name: 'Low', exact: true });
  },
  'the next page': (page) => button(page, 'Next page'),
};
const NAMES = Object.keys(STEPS);

interface Times {
  readonly median: number;
  readonly fastest: number;
}

const shop = Shop.forThisFile(DESK);
const smallTimes = new Map<string, Times>();

beforeAll(async () => {
  const { server, section } = shop.fixture;
  await insertProducts(server, section.id, { from: 1, to: SMALL_ROW_COUNT });
  for (const step of NAMES) smallTimes.set(step, await timesOf(step));
  await insertProducts(server, section.id, { from: SMALL_ROW_COUNT + 1, to: LARGE_ROW_COUNT });
});

/** Measures the response time of the table over several clicks in a row. */
async function timesOf(step: string): Promise<Times> {
  const { page } = await shop.visitor(shop.fixture.users.manager);
  await page.goto('/admin/products');
  await waitUntilSettled(page);
  const times: number[] = [];
  for (let click = 0; click < CLICK_COUNT; click += 1) {
    const clicked = await STEPS[step]!(page, click);
    times.push(await clicked.evaluate(measureNewRows));
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(CLICK_COUNT / 2)]!, fastest: sorted[0]! };
}

it.each(NAMES)(`responds promptly in a table of ${LARGE_ROW_COUNT} products: %s`, async (step) => {
  const { median, fastest } = await timesOf(step);
  const small = smallTimes.get(step)!;
  process.stdout.write(
    `${step}: ${Math.round(median)} ms of ${LARGE_ROW_COUNT} products, ${Math.round(small.median)} ms of ${SMALL_ROW_COUNT}\n`,
  );
  expect(fastest).toBeLessThanOrEqual(Math.max(MAX_RESPONSE_MS, MAX_SLOWDOWN_FACTOR * small.median));
});

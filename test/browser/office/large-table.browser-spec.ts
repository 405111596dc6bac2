import type { Locator, Page } from 'playwright-core';
import { settled } from '../../../scripts/lib/browser/browser.mjs';
import { manyProducts } from '../../factories/many-products.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { timeToNewRows } from '../support/in-page.mjs';

const FEW = 400;
const MANY = 50_000;
/** Milliseconds from the click until the new rows are painted. */
const MAX_RESPONSE_MS = 300;
/** On a machine that is busy with something else as well: so many times what the small table takes there. */
const MAX_SLOWDOWN_FACTOR = 2;
const CLICKS = 7;

/** What is clicked, for one click after the other. */
const STEPS: Readonly<Record<string, (page: Page, click: number) => Locator | Promise<Locator>>> = {
  'sorting by rate': (page) => button(page, 'Rate'),
  'sorting by stock': (page) => button(page, 'In stock'),
  'filtering what is low in stock, and not any more': async (page, click) => {
    if (click % 2 === 1) return page.getByRole('button', { name: 'Clear In stock' });
    await page.getByRole('combobox', { name: 'In stock' }).press('Enter');
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
const withFew = new Map<string, Times>();

beforeAll(async () => {
  const { server, section } = shop.world;
  await manyProducts(server, section.id, { from: 1, to: FEW });
  for (const step of NAMES) withFew.set(step, await timesOf(step));
  await manyProducts(server, section.id, { from: FEW + 1, to: MANY });
});

/** How long the table takes to answer, a few clicks after each other. */
async function timesOf(step: string): Promise<Times> {
  const { page } = await shop.visitor(shop.world.people.manager);
  await page.goto('/admin/products');
  await settled(page);
  const times: number[] = [];
  for (let click = 0; click < CLICKS; click += 1) {
    const clicked = await STEPS[step]!(page, click);
    times.push(await clicked.evaluate(timeToNewRows));
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(CLICKS / 2)]!, fastest: sorted[0]! };
}

it.each(NAMES)(`a table of ${MANY} products answers at once: %s`, async (step) => {
  const { median, fastest } = await timesOf(step);
  const few = withFew.get(step)!;
  process.stdout.write(
    `${step}: ${Math.round(median)} ms of ${MANY} products, ${Math.round(few.median)} ms of ${FEW}\n`,
  );
  expect(fastest).toBeLessThanOrEqual(Math.max(MAX_RESPONSE_MS, MAX_SLOWDOWN_FACTOR * few.median));
});

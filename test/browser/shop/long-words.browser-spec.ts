import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { newLongWords, type LongWords } from '../../factories/long-words.js';
import { excessWidth, scrollThrough } from '../support/in-page.mjs';
import { PAGES } from './pages.mjs';
import { Shop } from './shop.js';

/** The smallest width of WCAG 2.2, criterion 1.4.10, and that of a usual phone. */
const WIDTHS = [320, 390];
const NOT_FOUND = /^\/(?:api\/v1\/)?(?:products|sections|no)\//;

const shop = Shop.forThisFile();
let words: LongWords;

beforeAll(async () => {
  words = await newLongWords(shop.fixture);
});

it.each(PAGES)('fits a phone on $name, whatever long words it shows', async ({ visitor, path }) => {
  const { page, guard } = await shop.visitor(visitor === 'shopper' ? words.shopper : undefined);
  guard.expect(404, NOT_FOUND);
  const { section, product, orderId } = words;
  await page.goto(path({ section, product, words: 'www', order: orderId }));
  await page.locator('main h1').first().waitFor();
  // What is below the window is loaded when it comes near.
  await page.evaluate(scrollThrough);
  await waitUntilSettled(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    expect([width, await page.evaluate(excessWidth)]).toEqual([width, 0]);
  }
});

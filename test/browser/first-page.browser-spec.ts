import { JS_BUDGET } from '../../scripts/lib/bundle.mjs';
import { settled } from '../../scripts/lib/browser.mjs';
import { scriptSoFar, shiftsSoFar, watchShifts } from './in-page.mjs';
import { Shop } from './shop.js';

/** Lighthouse's "good" is 0.1. */
const MOST_SHIFT = 0.05;

const shop = Shop.forThisFile();

/** The pages that shoppers come to first. */
const FIRST = {
  home: () => '/',
  section: () => `/sections/${shop.world.section.slug}`,
  product: () => `/products/${shop.world.product.slug}`,
};

it.each(Object.keys(FIRST) as (keyof typeof FIRST)[])(
  'as the first page, %s needs little script, and nothing jumps',
  async (name) => {
    const { page } = await shop.visitor();
    await page.addInitScript(watchShifts);
    await page.goto(FIRST[name]());
    await settled(page);
    expect(await page.evaluate(scriptSoFar)).toBeLessThanOrEqual(JS_BUDGET);
    expect(await page.evaluate(shiftsSoFar)).toBeLessThanOrEqual(MOST_SHIFT);
  },
);

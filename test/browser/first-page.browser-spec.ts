import { JS_BUDGETS } from '../../scripts/lib/bundle.mjs';
import { settled } from '../../scripts/lib/browser.mjs';
import { newProduct, newSection, type TestSection } from '../factories/catalog.js';
import { scriptSoFar, shiftsSoFar, watchShifts } from './in-page.mjs';
import { Shop } from './shop.js';

/** Lighthouse's "good" is 0.1. */
const MOST_SHIFT = 0.05;

const shop = Shop.forThisFile();

let section: TestSection;

/** Shelves that are as full as a store's, and named as one. */
beforeAll(async () => {
  const { server, people } = shop.world;
  section = await newSection(server, people.admin, 'Fruits and vegetables');
  const more = Array.from({ length: 30 }, () =>
    newProduct(server, people.manager, { sectionId: section.id }),
  );
  await Promise.all(more);
});

/** The pages that shoppers come to first. */
const FIRST = {
  home: () => '/',
  section: () => `/sections/${section.slug}`,
  product: () => `/products/${shop.world.product.slug}`,
};

it.each(Object.keys(FIRST) as (keyof typeof FIRST)[])(
  'as the first page, %s needs little script, and nothing jumps',
  async (name) => {
    const { page } = await shop.visitor();
    await page.addInitScript(watchShifts);
    await page.goto(FIRST[name]());
    await settled(page);
    expect(await page.evaluate(scriptSoFar)).toBeLessThanOrEqual(JS_BUDGETS['shop-ui']);
    const shifts = await page.evaluate(shiftsSoFar);
    const shifted = shifts.reduce((sum, { value }) => sum + value, 0);
    expect(shifted > MOST_SHIFT ? shifts : []).toEqual([]);
  },
);

import type { Locator, Page } from 'playwright-core';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { newProduct, newSection, type TestProduct, type TestSection } from '../../factories/catalog.js';
import { inScope } from '../../support/scope.js';
import { isPainted } from '../support/in-page.mjs';
import { Shop } from './shop.js';
import { button, quantityStepper } from './shopper.js';

/** A phone is about this much slower than the machine of the tests. */
const CPU_SLOWDOWN = 4;
/** The page is complete by then, and has not hydrated yet: no one has touched it. */
const READING_MS = 3 * SECOND_MS;

const shop = Shop.forThisFile();

let section: TestSection;
let product: TestProduct;

beforeAll(async () => {
  const { server, users } = shop.fixture;
  section = await newSection(server, users.admin);
  product = await newProduct(server, users.manager, { sectionId: section.id });
  await newProduct(server, users.manager, { sectionId: section.id });
});

/** What a visitor presses first, and what shows that it has worked. */
interface FirstPress {
  readonly path: () => string;
  readonly pressed: (page: Page) => Locator;
  readonly outcome: (page: Page) => Locator;
}

const add = {
  pressed: (page: Page) => button(page, `Add ${product.name} to the cart`),
  outcome: (page: Page) => quantityStepper(page, product).getByText('1 piece').first(),
};

const filters = {
  pressed: (page: Page) => button(page, /^Filters/),
  outcome: (page: Page) => page.getByRole('dialog', { name: 'Filters' }),
};
const searchPath = (): string => `/search?q=${encodeURIComponent(product.name)}`;

const PRESSES: Readonly<Record<string, FirstPress>> = {
  'Add on the home page': { path: () => '/', ...add },
  'Add in a section': { path: () => `/sections/${section.slug}`, ...add },
  'Filters in a section': { path: () => `/sections/${section.slug}`, ...filters },
  'Add in a search': { path: searchPath, ...add },
  'Filters in a search': { path: searchPath, ...filters },
  'Add on the page of a product': { path: () => `/products/${product.slug}`, ...add },
};

const WAYS: Readonly<Record<string, (page: Page, pressed: Locator) => Promise<void>>> = {
  'a mouse': async (page, pressed) => page.mouse.click(...(await centerOf(pressed))),
  'a finger': async (page, pressed) => page.touchscreen.tap(...(await centerOf(pressed))),
  'the keyboard': async (page, pressed) => {
    await pressed.focus();
    await page.keyboard.press('Enter');
  },
};

/** Returns where a person presses: on what has come to rest after scrolling. */
async function centerOf(locator: Locator): Promise<[number, number]> {
  await locator.hover({ trial: true });
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not visible.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const CASES = Object.keys(PRESSES).flatMap((press) => Object.keys(WAYS).map((way) => ({ press, way })));

const SPEEDS = [
  { speed: 'a slow phone', slowdown: CPU_SLOWDOWN },
  { speed: 'a fast phone', slowdown: 1 },
];

const MOMENTS = [
  { moment: 'at once', waitMs: 0 },
  { moment: 'after three seconds', waitMs: READING_MS },
];

describe.each(inScope({ essential: SPEEDS.slice(0, 1), all: SPEEDS }))('on $speed', ({ slowdown }) => {
  describe.each(inScope({ essential: MOMENTS.slice(0, 1), all: MOMENTS }))('$moment', ({ waitMs }) => {
    it.each(CASES)('the first press works: $press with $way', async ({ press, way }) => {
      const { path, pressed, outcome } = PRESSES[press]!;
      const { page, context } = await shop.visitor(undefined, { hasTouch: true });
      const devTools = await context.newCDPSession(page);
      await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await page.goto(path(), { waitUntil: 'commit' });
      await page.waitForFunction(isPainted);
      await page.waitForTimeout(waitMs);
      await WAYS[way]!(page, pressed(page));
      await outcome(page).waitFor();
    });
  });
});

import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { createOfficeFixtures } from '../../../scripts/lib/browser/office-fixtures.mjs';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { newLongWords, type LongWords } from '../../factories/long-words.js';
import { Shop } from '../shop/shop.js';
import { excessWidth, isFitting } from '../support/in-page.mjs';
import { OFFICE_PAGES, type OfficeFixtures } from './pages.mjs';

/** The smallest width of WCAG 2.2, criterion 1.4.10, a phone, and a tablet upright. */
const WIDTHS = [320, 390, 768];
/** The pages of an unknown order and customer request them. */
const NOT_FOUND = /^\/api\/v1\/admin\/(?:orders|customers)\/no-such-/;
const REDRAW_MS = 3 * SECOND_MS;

const shop = Shop.forThisFile();
let words: LongWords;
let fixtures: OfficeFixtures;

beforeAll(async () => {
  words = await newLongWords(shop.fixture);
  fixtures = await createOfficeFixtures(shop.fixture.server.url, shop.fixture.users.admin);
});

it('fits phones and tablets on each page, whatever long words it shows', async () => {
  const { page, guard } = await shop.visitor(shop.fixture.users.admin);
  guard.expect(404, NOT_FOUND);
  const tooWide: string[] = [];
  const paths = OFFICE_PAGES.filter(({ visitor }) => visitor === 'admin').map(({ path }) => path(fixtures));
  for (const path of [...paths, `/admin/products/${words.productId}`, `/admin/orders/${words.orderId}`]) {
    await page.goto(path);
    await waitUntilSettled(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      // Charts are drawn again a moment later.
      await page.waitForFunction(isFitting, undefined, { timeout: REDRAW_MS }).catch(() => undefined);
      const excess = await page.evaluate(excessWidth);
      if (excess > 0) tooWide.push(`${path} at ${width} px: ${excess} px`);
    }
  }
  expect(tooWide).toEqual([]);
});

import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { fillCart, newOrder } from '../../factories/orders.js';
import { installAxe, violationsOf } from '../support/axe.js';
import { PAGES, type ShopFixtures } from './pages.mjs';
import { Shop } from './shop.js';

/** Requests for unknown products, sections and pages, whose 404 is expected. */
const NOT_FOUND = /^\/(?:api\/v1\/)?(?:products|sections|no)\//;

const shop = Shop.forThisFile();
let fixtures: ShopFixtures;

beforeAll(async () => {
  const { server, section, product, users } = shop.fixture;
  const { id: order } = await newOrder(server, users.owner, { [product.id]: 2 });
  await fillCart(server, users.owner, { [product.id]: 3 });
  fixtures = { section: section.slug, product: product.slug, words: product.name, order };
});

it.each(PAGES)('shows no axe violations on $name', async ({ visitor, path }) => {
  const { page, guard } = await shop.visitor(visitor === 'shopper' ? shop.fixture.users.owner : undefined);
  guard.expect(404, NOT_FOUND);
  await installAxe(page);
  await page.goto(path(fixtures));
  await waitUntilSettled(page);
  expect(await violationsOf(page)).toEqual([]);
});

import { settled } from '../../../scripts/lib/browser/browser.mjs';
import { fillCart, newOrder } from '../../factories/orders.js';
import { bringAxe, faultsOf } from '../support/axe.js';
import { PAGES, type Things } from './pages.mjs';
import { Shop } from './shop.js';

/** Requests for unknown products, sections and pages, whose 404 is expected. */
const NOT_FOUND = /^\/(?:api\/v1\/)?(?:products|sections|no)\//;

const shop = Shop.forThisFile();
let fixtures: Things;

beforeAll(async () => {
  const { server, section, product, people } = shop.world;
  const { id: order } = await newOrder(server, people.owner, { [product.id]: 2 });
  await fillCart(server, people.owner, { [product.id]: 3 });
  fixtures = { section: section.slug, product: product.slug, words: product.name, order };
});

it.each(PAGES)('shows no axe violations on $name', async ({ who, address }) => {
  const { page, guard } = await shop.visitor(who === 'shopper' ? shop.world.people.owner : undefined);
  guard.expect(404, NOT_FOUND);
  await bringAxe(page);
  await page.goto(address(fixtures));
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
});

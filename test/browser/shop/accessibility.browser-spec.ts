import { LANGUAGES } from '../../../src/platform/config/languages.js';
import { fillCart, newOrder } from '../../factories/orders.js';
import { installAxe } from '../support/axe.js';
import { violationsOfPages } from '../support/page-walk.js';
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

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(['guest', 'shopper'] as const)('shows no axe violations on the pages of a %s', async (visitor) => {
    const user = visitor === 'shopper' ? shop.fixture.users.owner : undefined;
    const { page, guard } = await shop.visitor(user, { locale: `${language}-IN` });
    guard.expect(404, NOT_FOUND);
    await installAxe(page);
    const pages = PAGES.filter((candidate) => candidate.visitor === visitor);
    expect(await violationsOfPages(page, pages, fixtures, language)).toEqual([]);
  });
});

import { fillCart, newOrder } from '../../factories/orders.js';
import { createStoreFixture, type StoreFixture } from '../../factories/store-fixture.js';
import { startServer } from '../../support/servers/server.js';
import { ENLARGED, reflowFaults } from '../support/reflow.js';
import { PAGES, type ShopFixtures } from './pages.mjs';

let store: StoreFixture;
let fixtures: ShopFixtures;

beforeAll(async () => {
  store = await createStoreFixture(await startServer());
  const { server, section, product, users } = store;
  const { id: order } = await newOrder(server, users.owner, { [product.id]: 2 });
  await fillCart(server, users.owner, { [product.id]: 3 });
  fixtures = { section: section.slug, product: product.slug, words: product.name, order };
});

describe.each(ENLARGED)('with $by', (enlarged) => {
  it.each(['guest', 'shopper'] as const)('each page of a %s fits', async (visitor) => {
    const account = visitor === 'shopper' ? store.users.owner : undefined;
    const paths = PAGES.filter((page) => page.visitor === visitor).map(({ path }) => path(fixtures));
    expect(await reflowFaults(store.server.url, account, paths, enlarged)).toEqual([]);
  });
});

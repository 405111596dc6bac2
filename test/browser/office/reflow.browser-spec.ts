import { createOfficeFixtures } from '../../../scripts/lib/browser/office-fixtures.mjs';
import { newOrder } from '../../factories/orders.js';
import { newSectionName, newSectionRequest } from '../../factories/section-requests.js';
import { createStoreFixture, type StoreFixture } from '../../factories/store-fixture.js';
import { startServer } from '../../support/servers/server.js';
import { ENLARGED, reflowFaults } from '../support/reflow.js';
import { OFFICE_PAGES, type OfficeFixtures } from './pages.mjs';

let store: StoreFixture;
let fixtures: OfficeFixtures;

beforeAll(async () => {
  store = await createStoreFixture(await startServer());
  const { server, product, users } = store;
  await newOrder(server, users.owner, { [product.id]: 2 });
  await newSectionRequest(server, users.another, { requestType: 'create', sectionName: newSectionName() });
  fixtures = await createOfficeFixtures(server.url, users.admin);
});

it.each(ENLARGED)('each page fits with $by', async (enlarged) => {
  const paths = OFFICE_PAGES.filter(({ visitor }) => visitor === 'admin').map(({ path }) => path(fixtures));
  expect(await reflowFaults(store.server.url, store.users.admin, paths, enlarged)).toEqual([]);
});

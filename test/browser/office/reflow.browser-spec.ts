import { createStoreFixture, type StoreFixture } from '../../factories/store-fixture.js';
import { startServer } from '../../support/servers/server.js';
import { ENLARGED, reflowFaults } from '../support/reflow.js';
import { createWalkFixtures } from './office-walk.js';
import { OFFICE_PAGES, type OfficeFixtures } from './pages.mjs';

let store: StoreFixture;
let fixtures: OfficeFixtures;

beforeAll(async () => {
  store = await createStoreFixture(await startServer());
  fixtures = await createWalkFixtures(store);
});

it.each(ENLARGED)('each page fits with $by', async (enlarged) => {
  const paths = OFFICE_PAGES.filter(({ visitor }) => visitor === 'admin').map(({ path }) => path(fixtures));
  expect(await reflowFaults(store.server.url, store.users.admin, paths, enlarged)).toEqual([]);
});

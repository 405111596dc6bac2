import { settled } from '../../scripts/lib/browser.mjs';
import { officeThings } from '../../scripts/lib/office-things.mjs';
import { bringAxe, faultsOf } from '../browser/axe.js';
import { DESK, Shop } from '../browser/shop.js';
import { newOrder } from '../factories/orders.js';
import { newSectionName, newSectionRequest } from '../factories/section-requests.js';
import { OFFICE_PAGES, type OfficeThings } from './pages.mjs';

/** The page of an order that is not there asks for it. */
const NOT_FOUND = /^\/api\/v1\/admin\/orders\/no-such-order$/;

const shop = Shop.forThisFile(DESK);
let things: OfficeThings;

beforeAll(async () => {
  const { server, product, people } = shop.world;
  await newOrder(server, people.owner, { [product.id]: 2 });
  await newSectionRequest(server, people.another, { requestType: 'create', sectionName: newSectionName() });
  things = await officeThings(server.url, people.admin);
});

it.each(OFFICE_PAGES)('axe finds nothing on $name', async ({ who, address }) => {
  const { page, guard } = await shop.visitor(who === 'guest' ? undefined : shop.world.people[who]);
  guard.expect(404, NOT_FOUND);
  await bringAxe(page);
  await page.goto(address(things));
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
});

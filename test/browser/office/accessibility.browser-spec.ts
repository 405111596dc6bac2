import { settled } from '../../../scripts/lib/browser/browser.mjs';
import { officeThings } from '../../../scripts/lib/browser/office-fixtures.mjs';
import { newOrder } from '../../factories/orders.js';
import { newSectionName, newSectionRequest } from '../../factories/section-requests.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { bringAxe, faultsOf } from '../support/axe.js';
import { cutTexts } from '../support/in-page.mjs';
import { OFFICE_PAGES, type OfficeThings } from './pages.mjs';

/** The page of an order that is not there asks for it. */
const NOT_FOUND = /^\/api\/v1\/admin\/orders\/no-such-order$/;

const IS_UNKNOWN = /unknown/;
const PHONE = { viewport: { width: 390, height: 844 } };
/** Milliseconds for many pages on a slow machine. */
const TEST_TIMEOUT_MS = 300_000;

const shop = Shop.forThisFile(DESK);
let things: OfficeThings;

beforeAll(async () => {
  const { server, product, people } = shop.world;
  await newOrder(server, people.owner, { [product.id]: 2 });
  await newSectionRequest(server, people.another, { requestType: 'create', sectionName: newSectionName() });
  things = await officeThings(server.url, people.admin);
});

/** One visitor for all of somebody's pages: the script is fetched once. */
it.each(['guest', 'manager', 'admin'] as const)(
  'axe finds nothing on the pages of %s',
  async (who) => {
    const { page, guard } = await shop.visitor(who === 'guest' ? undefined : shop.world.people[who]);
    guard.expect(404, NOT_FOUND);
    await bringAxe(page);
    const faults: string[] = [];
    for (const { name, address } of OFFICE_PAGES.filter((one) => one.who === who)) {
      await page.goto(address(things));
      await settled(page);
      faults.push(...(await faultsOf(page)).map((fault) => `${name}, ${fault}`));
    }
    expect(faults).toEqual([]);
  },
  TEST_TIMEOUT_MS,
);

it('axe finds nothing in what waits, and in what the columns of a file are for', async () => {
  const { page } = await shop.visitor(shop.world.people.admin);
  await bringAxe(page);
  await page.goto('/admin/');
  await settled(page);
  await button(page, /^Notifications/).click();
  const bell = await faultsOf(page);
  await page.goto('/admin/products/imports/new');
  await settled(page);
  const file = { name: 'theirs.csv', mimeType: 'text/csv', buffer: Buffer.from('Colour,Item\nred,x\n') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('row', { name: /^Item x/ }).waitFor();
  expect([...bell, ...(await faultsOf(page))]).toEqual([]);
});

it(
  'in Hindi the pages say so, and no text is cut',
  async () => {
    const { page } = await shop.visitor(shop.world.people.admin, { ...PHONE, locale: 'hi-IN' });
    const faults: string[] = [];
    for (const { name, address } of OFFICE_PAGES.filter(
      (one) => one.who === 'admin' && !IS_UNKNOWN.test(one.name),
    )) {
      await page.goto(address(things));
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('hi');
      faults.push(...(await page.evaluate(cutTexts)).map((text) => `${name}: ${text}`));
    }
    expect(faults).toEqual([]);
  },
  TEST_TIMEOUT_MS,
);

import { settled } from '../../../scripts/lib/browser/browser.mjs';
import { officeThings } from '../../../scripts/lib/browser/office-fixtures.mjs';
import { newOrder } from '../../factories/orders.js';
import { newSectionName, newSectionRequest } from '../../factories/section-requests.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { bringAxe, faultsOf } from '../support/axe.js';
import { cutTexts } from '../support/in-page.mjs';
import { OFFICE_PAGES, type OfficeThings } from './pages.mjs';

/** The page of an unknown order requests it. */
const NOT_FOUND = /^\/api\/v1\/admin\/orders\/no-such-order$/;

const UNKNOWN = /unknown/;
const PHONE = { viewport: { width: 390, height: 844 } };
/** Long enough for many pages on a slow machine. */
const TEST_TIMEOUT_MS = 300_000;

const shop = Shop.forThisFile(DESK);
let fixtures: OfficeThings;

beforeAll(async () => {
  const { server, product, people } = shop.world;
  await newOrder(server, people.owner, { [product.id]: 2 });
  await newSectionRequest(server, people.another, { requestType: 'create', sectionName: newSectionName() });
  fixtures = await officeThings(server.url, people.admin);
});

/** Uses one visitor for all pages of a role, so that the script is loaded once. */
it.each(['guest', 'manager', 'admin'] as const)(
  'shows no axe violations on the pages of %s',
  async (who) => {
    const { page, guard } = await shop.visitor(who === 'guest' ? undefined : shop.world.people[who]);
    guard.expect(404, NOT_FOUND);
    await bringAxe(page);
    const violations: string[] = [];
    for (const { name, address } of OFFICE_PAGES.filter((candidate) => candidate.who === who)) {
      await page.goto(address(fixtures));
      await settled(page);
      violations.push(...(await faultsOf(page)).map((fault) => `${name}, ${fault}`));
    }
    expect(violations).toEqual([]);
  },
  TEST_TIMEOUT_MS,
);

it('shows no axe violations in the notifications and in the column mapping of an import', async () => {
  const { page } = await shop.visitor(shop.world.people.admin);
  await bringAxe(page);
  await page.goto('/admin/');
  await settled(page);
  await button(page, /^Notifications/).click();
  const notifications = await faultsOf(page);
  await page.goto('/admin/products/imports/new');
  await settled(page);
  const file = { name: 'theirs.csv', mimeType: 'text/csv', buffer: Buffer.from('Colour,Item\nred,x\n') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('row', { name: /^Item x/ }).waitFor();
  expect([...notifications, ...(await faultsOf(page))]).toEqual([]);
});

it(
  'sets the language to Hindi on each page and cuts no text',
  async () => {
    const { page } = await shop.visitor(shop.world.people.admin, { ...PHONE, locale: 'hi-IN' });
    const cut: string[] = [];
    for (const { name, address } of OFFICE_PAGES.filter(
      (candidate) => candidate.who === 'admin' && !UNKNOWN.test(candidate.name),
    )) {
      await page.goto(address(fixtures));
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('hi');
      cut.push(...(await page.evaluate(cutTexts)).map((text) => `${name}: ${text}`));
    }
    expect(cut).toEqual([]);
  },
  TEST_TIMEOUT_MS,
);

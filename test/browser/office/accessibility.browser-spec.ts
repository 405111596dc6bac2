import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { createOfficeFixtures } from '../../../scripts/lib/browser/office-fixtures.mjs';
import { newOrder } from '../../factories/orders.js';
import { newSectionName, newSectionRequest } from '../../factories/section-requests.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { installAxe, violationsOf } from '../support/axe.js';
import { truncatedTexts } from '../support/in-page.mjs';
import { OFFICE_PAGES, type OfficeFixtures } from './pages.mjs';

/** The pages of an unknown order and customer request them. */
const NOT_FOUND = /^\/api\/v1\/admin\/(?:orders|customers)\/no-such-/;

const UNKNOWN = /unknown/;
const PHONE = { viewport: { width: 390, height: 844 } };

const shop = Shop.forThisFile(DESK);
let fixtures: OfficeFixtures;

beforeAll(async () => {
  const { server, product, users } = shop.fixture;
  await newOrder(server, users.owner, { [product.id]: 2 });
  await newSectionRequest(server, users.another, { requestType: 'create', sectionName: newSectionName() });
  fixtures = await createOfficeFixtures(server.url, users.admin);
});

/** Uses one visitor for all pages of a role, so that the script is loaded once. */
it.each(['guest', 'manager', 'admin'] as const)(
  'shows no axe violations on the pages of %s',
  async (visitor) => {
    const { page, guard } = await shop.visitor(visitor === 'guest' ? undefined : shop.fixture.users[visitor]);
    guard.expect(404, NOT_FOUND);
    await installAxe(page);
    const violations: string[] = [];
    for (const { name, path } of OFFICE_PAGES.filter((candidate) => candidate.visitor === visitor)) {
      await page.goto(path(fixtures));
      await waitUntilSettled(page);
      violations.push(...(await violationsOf(page)).map((violation) => `${name}, ${violation}`));
    }
    expect(violations).toEqual([]);
  },
);

it('shows no axe violations in the notifications and in the column mapping of an import', async () => {
  const { page } = await shop.visitor(shop.fixture.users.admin);
  await installAxe(page);
  await page.goto('/admin/');
  await waitUntilSettled(page);
  await button(page, /^Notifications/).click();
  const notifications = await violationsOf(page);
  await page.goto('/admin/products/imports/new');
  await waitUntilSettled(page);
  const file = { name: 'theirs.csv', mimeType: 'text/csv', buffer: Buffer.from('Colour,Item\nred,x\n') };
  await page.locator('input[type=file]').setInputFiles(file);
  await button(page, 'Check the file').click();
  await button(page, 'Change').click();
  await page.getByRole('row', { name: /^Item x/ }).waitFor();
  await waitUntilSettled(page);
  expect([...notifications, ...(await violationsOf(page))]).toEqual([]);
});

it('sets the language to Hindi on each page and cuts no text', async () => {
  const { page } = await shop.visitor(shop.fixture.users.admin, { ...PHONE, locale: 'hi-IN' });
  const cut: string[] = [];
  for (const { name, path } of OFFICE_PAGES.filter(
    (candidate) => candidate.visitor === 'admin' && !UNKNOWN.test(candidate.name),
  )) {
    await page.goto(path(fixtures));
    await waitUntilSettled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('hi');
    cut.push(...(await page.evaluate(truncatedTexts)).map((text) => `${name}: ${text}`));
  }
  expect(cut).toEqual([]);
});

import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { DESK, Shop } from '../shop/shop.js';
import { truncatedTexts } from '../support/in-page.mjs';
import { createWalkFixtures, violationsOfRole } from './office-walk.js';
import { OFFICE_PAGES, type OfficeFixtures } from './pages.mjs';

const UNKNOWN = /unknown/;
const PHONE = { viewport: { width: 390, height: 844 } };

const shop = Shop.forThisFile(DESK);
let fixtures: OfficeFixtures;

beforeAll(async () => {
  fixtures = await createWalkFixtures(shop.fixture);
});

it.each(['guest', 'manager', 'admin'] as const)(
  'shows no axe violations on the pages of %s',
  async (role) => {
    expect(await violationsOfRole(shop, role, fixtures, 'hi')).toEqual([]);
  },
);

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

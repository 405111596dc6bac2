import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { installAxe, violationsOf } from '../support/axe.js';
import { createWalkFixtures, violationsOfRole } from './office-walk.js';
import type { OfficeFixtures } from './pages.mjs';

const shop = Shop.forThisFile(DESK);
let fixtures: OfficeFixtures;

beforeAll(async () => {
  fixtures = await createWalkFixtures(shop.fixture);
});

it.each(['guest', 'manager', 'admin'] as const)(
  'shows no axe violations on the pages of %s',
  async (role) => {
    expect(await violationsOfRole(shop, role, fixtures, 'en')).toEqual([]);
  },
);

it('shows no axe violations in the column mapping of an import', async () => {
  const { page } = await shop.visitor(shop.fixture.users.admin);
  await installAxe(page);
  await page.goto('/admin/products/imports/new');
  await waitUntilSettled(page);
  const file = { name: 'theirs.csv', mimeType: 'text/csv', buffer: Buffer.from('Colour,Item\nred,x\n') };
  await page.locator('input[type=file]').setInputFiles(file);
  await button(page, 'Check the file').click();
  await button(page, 'Change').click();
  await page.getByRole('row', { name: /^Item x/ }).waitFor();
  await waitUntilSettled(page);
  expect(await violationsOf(page)).toEqual([]);
});

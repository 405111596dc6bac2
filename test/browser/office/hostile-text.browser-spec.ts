import { readFile } from 'node:fs/promises';
import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { createOfficeFixtures } from '../../../scripts/lib/browser/office-fixtures.mjs';
import { CLOSING_MARKUP, MARKUP, newHostileTexts, type HostileTexts } from '../../factories/hostile-texts.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, expectShown, heading } from '../shop/shopper.js';
import type { OfficeFixtures } from './pages.mjs';
import { dialog, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);
let texts: HostileTexts;
let fixtures: OfficeFixtures;

beforeAll(async () => {
  texts = await newHostileTexts(shop.fixture);
  fixtures = await createOfficeFixtures(shop.fixture.server.url, shop.fixture.users.admin);
});

it('shows texts of users as they were written in every table and on every page', async () => {
  const { section, product, order, request, shopper } = texts;
  const { page } = await shop.visitor(shop.fixture.users.admin);
  const [name, note] = [`Name ${MARKUP}`, `Note ${MARKUP}${CLOSING_MARKUP}`];
  await expectShown(page, '/admin/', []);
  await expectShown(page, '/admin/orders', [name]);
  await expectShown(page, '/admin/orders/board', [name, note]);
  await expectShown(page, `/admin/orders/pick-list?ids=${order.id}`, [product.name, section.name]);
  await expectShown(page, `/admin/orders/${order.id}`, [
    product.name,
    `Who ${MARKUP}`,
    `Where ${CLOSING_MARKUP}`,
    note,
  ]);
  await expectShown(page, '/admin/products', [product.name, section.name]);
  await expectShown(page, `/admin/products/${product.id}`, [product.name]);
  await expectShown(page, '/admin/sections', [section.name]);
  await expectShown(page, '/admin/section-requests', [`Wish ${MARKUP}`, `Why ${CLOSING_MARKUP}`]);
  await expectShown(page, `/admin/section-requests/${request.id}`, [
    `Wish ${MARKUP}`,
    `Why ${CLOSING_MARKUP}`,
  ]);
  await expectShown(page, `/admin/users?q=${shopper.username}`, [name]);
  await expectShown(page, `/admin/users/${shopper.id}`, [name]);
  await expectShown(page, '/admin/operations/audit-log', [product.name]);
});

it('draws charts with such texts and shows them as text in tables', async () => {
  const { section, product } = texts;
  const { page } = await shop.visitor(shop.fixture.users.admin);
  for (const [group, text] of [
    ['product', product.name],
    ['section', section.name],
  ] as const) {
    await expectShown(page, `/admin/reports?group=${group}`, [text]);
    const chart = page.locator('canvas').first();
    await chart.hover();
    expect(await chart.screenshot()).not.toHaveLength(0);
  }
  await expectShown(page, '/admin/reports/stock', [product.name]);
});

it('shows a mail with such texts as text in its frame', async () => {
  const { page } = await shop.visitor(shop.fixture.users.admin);
  await page.goto(`/admin/operations/mails?mail=${fixtures.mail}`);
  const mail = page.frameLocator('main iframe');
  await mail.getByText(texts.product.name).first().waitFor();
  await mail.getByText(`Where ${CLOSING_MARKUP}`).first().waitFor();
});

it('shows such texts as they were written in toasts, dialogs, the palette and exports', async () => {
  const { product } = texts;
  const { page } = await shop.visitor(shop.fixture.users.admin);
  await page.goto(`/admin/products/${product.id}`);
  await page.getByLabel('Brand').fill(`Other ${MARKUP}`);
  await button(page, 'Save changes').click();
  await visibleText(page, `${product.name} is saved.`).waitFor();
  await button(page, 'Delete').click();
  await dialog(page, `Delete ${product.name}?`).waitFor();
  await button(page, 'Cancel').click();

  await page.keyboard.press('Control+K');
  await dialog(page, 'Go to').getByRole('combobox').fill('Goods');
  await page.getByRole('option', { name: product.name }).waitFor();
  await page.keyboard.press('Escape');

  await page.goto('/admin/products?q=Goods');
  await page.getByRole('checkbox', { name: 'Select this row' }).check();
  await button(page, 'Unpublish').click();
  await dialog(page, 'Unpublish 1 product?').getByText(product.name).waitFor();
  await button(page, 'Cancel').click();
  const download = page.waitForEvent('download');
  await button(page, 'Export').click();
  await page.getByRole('menuitem', { name: 'Products', exact: true }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain(product.name.replaceAll('"', '""'));
});

it('shows a refused file with such texts as text', async () => {
  const { page } = await shop.visitor(shop.fixture.users.admin);
  await page.goto('/admin/products/imports/new');
  const name = `Rows ${MARKUP}.csv`;
  const buffer = Buffer.from(`section,name,unitType,ratePerUnit,${MARKUP}\nShelf,${MARKUP},kg,1,2\n`);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await button(page, 'Check the file').click();
  await heading(page, name).waitFor();
  await visibleText(page, 'Checked: errors found').waitFor();
  await waitUntilSettled(page);
  await visibleText(page, MARKUP).waitFor();
});

it.each(['q', 'sort', 'section', 'page', 'published'])(
  'treats the query parameter %s as text',
  async (name) => {
    const { page, guard } = await shop.visitor(shop.fixture.users.admin);
    guard.expect(400, /^\/api\/v1\/admin\/products$/);
    const query = new URLSearchParams({ [name]: MARKUP + CLOSING_MARKUP }).toString();
    await page.goto(`/admin/products?${query}`);
    await waitUntilSettled(page);
  },
);

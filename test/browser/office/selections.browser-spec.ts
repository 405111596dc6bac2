import type { Locator, Page } from 'playwright-core';
import { newProduct, newSection, type TestProduct, type TestSection } from '../../factories/catalog.js';
import { newOrder, type TestOrder } from '../../factories/orders.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, PHONE, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { distancesFromTop, focusedName, isFocusCovered } from '../support/in-page.mjs';
import { dialog, row, visibleText } from './staff.js';

/** More than a page of the table has. */
const PRODUCT_COUNT = 30;

const shop = Shop.forThisFile(DESK);
let section: TestSection;
beforeAll(async () => {
  const { server, users } = shop.fixture;
  section = await newSection(server, users.admin);
  const nameOf = (n: number): string => (n === 17 ? 'Paneer' : `Dairy ${String(n).padStart(2, '0')}`);
  const newOne = (_: unknown, n: number): Promise<TestProduct> =>
    newProduct(server, users.manager, { sectionId: section.id, name: nameOf(n) });
  await Promise.all(Array.from({ length: PRODUCT_COUNT }, newOne));
});

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Actions for the selected rows' });
const checkbox = (page: Page, name: string): Locator => row(page, name).getByLabel('Select this row');

async function published(): Promise<number> {
  const { server, users } = shop.fixture;
  const query = { sectionId: section.id, published: true };
  const table = await server.client.as(users.manager).get<{ total: number }>('/admin/products', query);
  return bodyOf(table, 200).total;
}

it('keeps the selection across searches and pages, and lists it, with the keyboard alone', async () => {
  const { page, keys } = await shop.visitor(shop.fixture.users.manager);
  await page.goto(`/admin/products?section=${section.id}`);
  await checkbox(page, 'Dairy 03').focus();
  await page.keyboard.press('Space');
  await bar(page).getByText('1 selected').waitFor();

  await page.keyboard.press('/');
  await page.keyboard.type('Paneer');
  await row(page, 'Dairy 03').waitFor({ state: 'hidden' });
  await checkbox(page, 'Paneer').focus();
  await page.keyboard.press('Space');
  await bar(page).getByText('2 selected').waitFor();
  await bar(page).getByText('1 not on this page').waitFor();

  await page.keyboard.press('b');
  expect(await page.evaluate(focusedName)).toBe('Show');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Selected' }).getByText('Dairy 03').waitFor();
  await keys.to('Unselect Dairy 03');
  await page.keyboard.press('Enter');
  await bar(page).getByText('1 selected').waitFor();
  await page.keyboard.press('Escape');

  await button(page, 'Clear filters').click();
  await row(page, 'Dairy 03').waitFor();
  await page.goto(`/admin/products?section=${section.id}`);
  await row(page, 'Dairy 03').waitFor();
  expect(await bar(page).isVisible()).toBe(false);
});

it('selects all that match beyond the page, changes them and undoes it', async () => {
  const { page } = await shop.visitor(shop.fixture.users.manager);
  await page.goto(`/admin/products?section=${section.id}`);
  await row(page, 'Dairy 00').waitFor();
  await page.getByLabel('Select all rows of this page').check();
  await bar(page).getByText('25 selected').waitFor();
  await button(page, `Select all ${PRODUCT_COUNT} that match`).click();
  await bar(page).getByText(`${PRODUCT_COUNT} selected`).waitFor();
  await bar(page).getByText('5 not on this page').waitFor();
  await button(page, 'Unpublish').click();
  await dialog(page, `Unpublish ${PRODUCT_COUNT} products?`)
    .getByRole('row', { name: /Dairy 29/ })
    .waitFor();
  await button(page, `Change ${PRODUCT_COUNT}`).click();
  await visibleText(page, `${PRODUCT_COUNT} products are hidden.`).waitFor();
  expect(await published()).toBe(0);

  await button(page, 'Undo').click();
  await visibleText(page, `The changes to ${PRODUCT_COUNT} products have been undone.`).waitFor();
  expect(await published()).toBe(PRODUCT_COUNT);
});

it('changes what matched when it was selected', async () => {
  const { server, users } = shop.fixture;
  const { page } = await shop.visitor(users.manager);
  const ofSection = await newSection(server, users.admin);
  const add = (name: string): Promise<TestProduct> =>
    newProduct(server, users.manager, { sectionId: ofSection.id, name });
  await Promise.all(Array.from({ length: 26 }, (_, n) => add(`Curd ${n + 10}`)));
  await page.goto(`/admin/products?section=${ofSection.id}`);
  await checkbox(page, 'Curd 10').check();
  await button(page, 'Select all 26 that match').click();
  await bar(page).getByText('26 selected').waitFor();
  await add('Curd 99');
  await button(page, 'Unpublish').click();
  await button(page, 'Change 26').click();
  await visibleText(page, '26 products are hidden.').waitFor();
  const rest = await server.client
    .as(users.manager)
    .get<{ items: TestProduct[] }>('/admin/products', { sectionId: ofSection.id, published: true });
  expect(bodyOf(rest, 200).items.map(({ name }) => name)).toEqual(['Curd 99']);
});

it('changes the status of all orders that match, on every page', async () => {
  const { server, users, product } = shop.fixture;
  const shopper = await newShopper(server);
  const orders: TestOrder[] = [];
  for (let n = 0; n < 26; n += 1) orders.push(await newOrder(server, shopper, { [product.id]: 1 }));
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/orders?customer=${shopper.id}`);
  await checkbox(page, orders.at(-1)?.number ?? '').check();
  await button(page, 'Select all 26 that match').click();
  await button(page, 'Mark as packed (26)').click();
  await visibleText(page, '26 orders are now: Packed.').waitFor();
  await bar(page).waitFor({ state: 'hidden' });
  const packed = await server.client
    .as(users.manager)
    .get<{ total: number }>('/admin/orders', { customer: shopper.id, status: 'packed' });
  expect(bodyOf(packed, 200).total).toBe(26);
});

it.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])(
  'keeps the bar and the head of the table in sight on %s, and the focus out from behind them',
  async (_, device) => {
    const { page } = await shop.visitor(shop.fixture.users.manager, device);
    await page.goto(`/admin/products?section=${section.id}`);
    await checkbox(page, 'Dairy 00').check();
    await bar(page).waitFor();
    await checkbox(page, 'Dairy 20').focus();
    const { pageBarEnd, bar: top, barEnd, head } = await page.evaluate(distancesFromTop);
    // The bar of the page ends with a line.
    expect([top, head]).toEqual([pageBarEnd - 1, barEnd]);
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Shift+Tab');
      if (/^Select all/.test(await page.evaluate(focusedName))) break;
      expect(await page.evaluate(isFocusCovered)).toBe(false);
    }
  },
);

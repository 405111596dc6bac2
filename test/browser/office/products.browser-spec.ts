import type { Page } from 'playwright-core';
import { changeProduct, newProduct, newSection, type TestProduct } from '../../factories/catalog.js';
import { newAdmin } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading, visible } from '../shop/shopper.js';
import { dialog, waitForValue, row, visibleText } from './staff.js';

const STALE = /^\/api\/v1\/admin\/products\//;

const shop = Shop.forThisFile(DESK);

const conflict = (page: Page) => dialog(page, 'Another user saved first');
const brand = (page: Page) => page.getByLabel('Brand');
const rate = (page: Page) => page.getByLabel('Rate', { exact: true });

function addProduct(): Promise<TestProduct> {
  const { server, users, section } = shop.fixture;
  return newProduct(server, users.manager, { sectionId: section.id, brand: 'Nandi' });
}

/** Returns the product as it is stored now. */
async function storedProduct({ id }: TestProduct): Promise<TestProduct> {
  const { server, users } = shop.fixture;
  return bodyOf(await server.client.as(users.admin).get<TestProduct>(`/admin/products/${id}`), 200);
}

/** Opens a product for two admins. The first saves another rate, and the second page is stale. */
async function withTwoAdmins() {
  const { server, users } = shop.fixture;
  const product = await addProduct();
  const first = await shop.visitor(users.admin);
  const second = await shop.visitor(await newAdmin(server));
  second.guard.expect(409, STALE);
  for (const { page } of [first, second]) {
    await page.goto(`/admin/products/${product.id}`);
    await heading(page, product.name).waitFor();
    await rate(page).waitFor();
  }
  await rate(first.page).fill('61');
  await button(first.page, 'Save changes').click();
  await visibleText(first.page, `${product.name} is saved.`).waitFor();
  return { product, page: second.page };
}

it('keeps the changes of two editors who have changed different fields', async () => {
  const { product, page } = await withTwoAdmins();
  await brand(page).fill('Amul');
  await button(page, 'Save changes').click();
  await visibleText(page, `${product.name} is saved.`).waitFor();
  await waitForValue(rate(page), '61');
  expect(await storedProduct(product)).toMatchObject({ ratePerUnit: 6100, brand: 'Amul' });
});

it('shows both versions to the second of two editors of a field, who can save on top', async () => {
  const { product, page } = await withTwoAdmins();
  await rate(page).fill('70');
  await brand(page).fill('Amul');
  await button(page, 'Save changes').click();
  const conflictDialog = conflict(page);
  await conflictDialog.getByRole('row', { name: /Rate.*61.*70/ }).waitFor();
  await conflictDialog.getByRole('row', { name: /Brand.*Nandi.*Amul/ }).waitFor();
  await button(page, 'Save my version').click();
  await visibleText(page, `${product.name} is saved.`).waitFor();
  expect(await storedProduct(product)).toMatchObject({ ratePerUnit: 7000, brand: 'Amul' });
});

it('lets the second of two editors take the saved version', async () => {
  const { product, page } = await withTwoAdmins();
  await rate(page).fill('70');
  await brand(page).fill('Amul');
  await button(page, 'Save changes').click();
  await conflict(page)
    .getByRole('row', { name: /Rate.*61.*70/ })
    .waitFor();
  await button(page, 'Keep saved version').click();
  await conflict(page).waitFor({ state: 'hidden' });
  await waitForValue(rate(page), '61');
  expect(await brand(page).inputValue()).toBe('Nandi');
  expect(await storedProduct(product)).toMatchObject({ ratePerUnit: 6100, brand: 'Nandi' });
});

it.each([
  ['before the table has loaded the other version', false],
  ['after the table has loaded the other version', true],
])('shows both versions to the second of two editors in the table: %s', async (_, isLoaded) => {
  const { users } = shop.fixture;
  const product = await addProduct();
  const { page, guard } = await shop.visitor(users.manager);
  guard.expect(409, STALE);
  await page.goto(`/admin/products?q=${encodeURIComponent(product.name)}`);
  await button(page, new RegExp(`change the rate of ${product.name}$`)).click();
  const { server } = shop.fixture;
  const loaded = isLoaded ? page.waitForResponse(/\/api\/v1\/admin\/products\?/) : undefined;
  const change = { version: product.version, ratePerUnit: 5500 };
  bodyOf(await server.client.as(users.admin).patch(`/admin/products/${product.id}`, change), 200);
  await loaded;
  await page.getByLabel(`Rate of ${product.name}`).fill('52');
  await page.keyboard.press('Enter');
  await conflict(page)
    .getByRole('row', { name: /Rate.*55.*52/ })
    .waitFor();
  await button(page, 'Save my version').click();
  await visible(row(page, product.name).getByText('52')).waitFor();
  expect(await storedProduct(product)).toMatchObject({ ratePerUnit: 5200 });
});

it('changes rates by a percentage as previewed, and undoes the change', async () => {
  const { server, users } = shop.fixture;
  const section = await newSection(server, users.admin);
  const addNamed = (name: string, ratePerUnit: number): Promise<TestProduct> =>
    newProduct(server, users.manager, { sectionId: section.id, name, ratePerUnit });
  const products = await Promise.all([addNamed('Ghee', 60_000), addNamed('Curd', 5000)]);
  const rates = async (): Promise<number[]> =>
    (await Promise.all(products.map(storedProduct))).map(({ ratePerUnit }) => ratePerUnit);
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/products?section=${section.id}`);
  await row(page, 'Curd').waitFor();
  await page.getByLabel('Select all rows of this page').check();
  await button(page, 'Change rates').click();
  const rateDialog = dialog(page, 'Change the rates of 2 products');
  await rateDialog.getByLabel('By percent').fill('12.5');
  await rateDialog.getByRole('row', { name: /Ghee.*600.*675/ }).waitFor();
  await rateDialog.getByRole('row', { name: /Curd.*50.*56/ }).waitFor();
  expect(await rates()).toEqual([60_000, 5000]);

  await button(page, 'Change 2').click();
  await visibleText(page, '2 rates are changed.').waitFor();
  await row(page, 'Ghee').getByText('675').first().waitFor();
  expect(await rates()).toEqual([67_500, 5600]);

  await button(page, 'Undo').click();
  await visibleText(page, 'The changes to 2 products have been undone.').waitFor();
  expect(await rates()).toEqual([60_000, 5000]);
});

it('names the conflicting products of a bulk change and continues without them', async () => {
  const { server, users } = shop.fixture;
  const section = await newSection(server, users.admin);
  const addNamed = (name: string): Promise<TestProduct> =>
    newProduct(server, users.manager, { sectionId: section.id, name });
  const [ghee, curd] = await Promise.all([addNamed('Ghee'), addNamed('Curd')]);
  const { page, guard } = await shop.visitor(users.manager);
  guard.expect(409, /\/bulk-changes$/);
  await page.goto(`/admin/products?section=${section.id}`);
  await row(page, 'Curd').waitFor();
  await page.getByLabel('Select all rows of this page').check();
  await button(page, 'Unpublish').click();
  const bulkDialog = dialog(page, 'Unpublish 2 products?');
  await bulkDialog.getByRole('row', { name: /Curd/ }).waitFor();
  bodyOf(await changeProduct(server, users.admin, curd, { brand: 'Amul' }), 200);

  await button(page, 'Change 2').click();
  await bulkDialog.getByText('Nothing has been changed: these products cannot be changed.').waitFor();
  await bulkDialog.getByText('Curd').first().waitFor();
  expect((await storedProduct(ghee)).version).toBe(ghee.version);
  await button(page, 'Continue without them').click();
  await dialog(page, 'Unpublish 1 product?').getByRole('row', { name: /Ghee/ }).waitFor();
  await button(page, 'Change 1').click();
  await visibleText(page, '1 product is hidden.').waitFor();
  expect([(await storedProduct(ghee)).version, (await storedProduct(curd)).version]).toEqual([
    ghee.version + 1,
    curd.version + 1,
  ]);
});

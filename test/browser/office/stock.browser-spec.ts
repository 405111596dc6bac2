import type { Page } from 'playwright-core';
import { newProduct, type TestProduct } from '../../factories/catalog.js';
import { newOrder } from '../../factories/orders.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { dialog, row, visibleText } from './staff.js';

const MOVEMENTS = /\/stock-movements$/;

const shop = Shop.forThisFile(DESK);

/** Opens a product of which ten pieces are in the store and four of them promised, with the dialog to count it. */
async function openCount() {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, { sectionId: section.id, quantityAvailable: 10 });
  await newOrder(server, users.owner, { [product.id]: 4 });
  const { page, guard } = await shop.visitor(users.manager);
  await page.goto(`/admin/products/${product.id}`);
  await button(page, 'Record movement').click();
  const count = dialog(page, `Stock of ${product.name}`);
  await count.getByLabel('Count', { exact: true }).check();
  return { product, page, guard, count };
}

const record = (page: Page): Promise<void> => button(page, 'Record').click();

async function figuresOf({ id }: TestProduct): Promise<unknown> {
  const { server, users } = shop.fixture;
  return bodyOf(await server.client.as(users.manager).get(`/admin/products/${id}`), 200);
}

it('counts against what is on hand, and shows the present stock if it has changed meanwhile', async () => {
  const { product, page, guard, count } = await openCount();
  const { server, users } = shop.fixture;
  const waste = { reason: 'waste', delta: -3 };
  bodyOf(
    await server.client.as(users.manager).post(`/admin/products/${product.id}/stock-movements`, waste),
    201,
  );
  guard.expect(409, MOVEMENTS);
  await count.getByLabel('Counted quantity').fill('8');
  await count.getByText('10 pieces → 8 pieces').waitFor();
  await count.getByText('6 pieces → 4 pieces').waitFor();
  await record(page);
  await count.getByText(/The stock has changed since you opened this/).waitFor();
  await count.getByText('7 pieces → 8 pieces').waitFor();
  await record(page);
  await visibleText(page, `${product.name}: 8 pieces on hand now, 4 pieces available.`).waitFor();
  expect(await figuresOf(product)).toMatchObject({
    quantityOnHand: 8,
    quantityPromised: 4,
    quantityAvailable: 4,
  });
  await row(page, 'Counted: 8 pieces').waitFor();
});

it('says what is short of what is promised, and records it once that is accepted', async () => {
  const { product, page, count } = await openCount();
  await count.getByLabel('Counted quantity').fill('1');
  const shortage = /You counted 1 piece, and 4 pieces are promised .* 3 pieces are short/;
  await count.getByText(shortage).waitFor();
  await record(page);
  await count.getByText(/Less was counted than is promised/).waitFor();
  expect(await figuresOf(product)).toMatchObject({ quantityOnHand: 10, quantityAvailable: 6 });
  await count.getByLabel('Record it anyway, and sell nothing more until the next count').check();
  await record(page);
  await visibleText(page, `${product.name}: 4 pieces on hand now, 0 pieces available.`).waitFor();
  expect(await figuresOf(product)).toMatchObject({ quantityOnHand: 4, quantityAvailable: 0 });
});

it('shows what is on hand and promised in the table of products', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, { sectionId: section.id, quantityAvailable: 10 });
  await newOrder(server, users.owner, { [product.id]: 4 });
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/products?q=${encodeURIComponent(product.name)}`);
  await row(page, product.name).getByText('10 pieces on hand, 4 pieces promised').waitFor();
});

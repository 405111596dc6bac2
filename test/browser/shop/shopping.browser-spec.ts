import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { newProduct, type TestProduct } from '../../factories/catalog.js';
import { newUsername } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { Shop } from './shop.js';
import {
  addToCart,
  increaseQuantity,
  quantityStepper,
  button,
  fillAddress,
  heading,
  link,
  placeOrder,
  visible,
} from './shopper.js';

const shop = Shop.forThisFile();

/** Changes the status of an order as a manager. */
async function changeStatus(id: string, to: string): Promise<void> {
  const { server, users } = shop.fixture;
  bodyOf(await server.client.as(users.manager).post(`/admin/orders/${id}/transitions`, { to }), 200);
}

/** Downloads the confirmation of the order that the page shows. */
async function downloadConfirmation(page: Page): Promise<void> {
  const download = page.waitForEvent('download');
  await button(page, 'Download the confirmation').click();
  expect((await download).suggestedFilename()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}[.]pdf$/);
}

/** Creates a second product beside the default one. */
function anotherProduct(): Promise<TestProduct> {
  const { server, users, section } = shop.fixture;
  return newProduct(server, users.manager, { sectionId: section.id, ratePerUnit: 2500 });
}

it('lets a guest find products, register, keep the cart, order, and follow the delivery', async () => {
  const { product, section } = shop.fixture;
  const another = await anotherProduct();
  const { page } = await shop.visitor();

  await page.goto('/');
  const search = page.getByRole('combobox', { name: 'Search the store' });
  await search.fill(product.name);
  await search.press('Enter');
  await heading(page, new RegExp(product.name)).waitFor();
  await addToCart(page, product);
  await increaseQuantity(page, product);
  await quantityStepper(page, product).getByText('2 pieces').first().waitFor();

  await page.goto('/');
  await link(page, new RegExp(section.name)).click();
  await heading(page, section.name).waitFor();
  await link(page, another.name).click();
  await heading(page, another.name).waitFor();
  await addToCart(page, another);
  await page.goto('/cart');
  await visible(page.getByText('₹125')).waitFor();

  await link(page, 'Checkout').click();
  await link(page, 'New here? Create an account').click();
  await heading(page, 'Create an account').waitFor();
  const username = newUsername();
  await page.getByLabel('Username', { exact: true }).fill(username);
  await page.getByLabel('Your name (optional)').fill('Asha Rao');
  await page.getByLabel('Email').fill(`${username}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('four words not in lists');
  await button(page, 'Create the account').click();

  await heading(page, 'Checkout').waitFor();
  await fillAddress(page);
  await button(page, /^Place order · ₹125/).click();
  await heading(page, 'Thank you, Asha!').waitFor();
  await link(page, 'Follow your order').click();
  await heading(page, /^Order /).waitFor();
  const orderId = new URL(page.url()).pathname.split('/').at(-1)!;
  await downloadConfirmation(page);
  for (const [to, statusText] of [
    ['packed', 'Your order is packed and waits for its driver.'],
    ['out_for_delivery', 'Your order is on its way to you.'],
    ['delivered', 'Your order has arrived. Enjoy!'],
  ] as const) {
    await changeStatus(orderId, to);
    await page.getByText(statusText).waitFor();
  }

  const download = page.waitForEvent('download');
  await button(page, /^PDF BIL/).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^BIL-\d\d-\d\d-\d{6}[.]pdf$/);
  expect((await readFile(await file.path(), 'latin1')).startsWith('%PDF')).toBe(true);
});

it('leads from the home page to an order with the keyboard only', async () => {
  const { product, users } = shop.fixture;
  const { page, keys } = await shop.visitor(users.another, { viewport: { width: 1440, height: 900 } });
  await page.goto('/');
  await keys.to(`Add ${product.name} to the cart`);
  await page.keyboard.press('Enter');
  await quantityStepper(page, product).waitFor();
  await keys.to(`More of ${product.name}`);
  await page.keyboard.press('Space');
  await quantityStepper(page, product).getByText('2 pieces').first().waitFor();

  await keys.to(/^Your cart: 1 item/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Your cart' }).waitFor();
  await keys.to('Checkout');
  await page.keyboard.press('Enter');
  await heading(page, 'Checkout').waitFor();

  const inputs = ['Asha Rao', '98450 12345', '14, 3rd Cross', 'Bengaluru', '560003'];
  const labels = ['Full name', 'Mobile number', 'House and street', 'Town or city', 'PIN code'];
  for (const [i, label] of labels.entries()) {
    await keys.to(label);
    await page.keyboard.type(inputs[i]!);
  }
  await keys.to(/^Place order/);
  await page.keyboard.press('Enter');
  await heading(page, /^Thank you/).waitFor();
  await placeOrder(page).waitFor({ state: 'hidden' });
});

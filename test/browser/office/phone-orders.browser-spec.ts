import type { Page } from 'playwright-core';
import { changeProduct, newProduct, stockOf } from '../../factories/catalog.js';
import { fillCart, newOrder, type TestCart } from '../../factories/orders.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { isControlFocused } from '../support/in-page.mjs';
import { visibleText } from './staff.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const shop = Shop.forThisFile(DESK);

const findCustomer = (page: Page) => page.getByRole('combobox', { name: 'Phone, name, street or email' });
const addProduct = (page: Page) => page.getByRole('combobox', { name: 'Add a product' });
const quantityOf = (page: Page, name: string) => page.getByRole('textbox', { name: `Quantity of ${name}` });

it('takes an order by keyboard alone, from the search to its page, and leaves the customer’s cart alone', async () => {
  const { server, product, users } = shop.fixture;
  const shopper = await newShopper(server);
  await newOrder(server, shopper, { [product.id]: 1 });
  await fillCart(server, shopper, { [product.id]: 3 });
  const before = await stockOf(server, product.id);
  const { page, keys } = await shop.visitor(users.manager);
  await page.goto('/admin/');
  await heading(page, 'Today').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search orders, customers/ }).waitFor();
  await page.keyboard.type('new order');
  await page.getByRole('option', { name: 'New order' }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'New order').waitFor();

  await page.waitForFunction(isControlFocused);
  await page.keyboard.type(shopper.username);
  await page.getByRole('option', { name: new RegExp(`^${shopper.username}`) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /14, 3rd Cross, Malleshwaram/ }).waitFor();
  await page.keyboard.type(product.name);
  await page.getByRole('option', { name: product.name }).waitFor();
  await page.keyboard.press('Enter');
  await quantityOf(page, product.name).waitFor();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Total' }).getByText('₹100', { exact: false }).waitFor();
  await keys.to('Place order');
  await page.keyboard.press('Enter');

  await heading(page, /^Order /).waitFor();
  await visibleText(page, `Taken by phone by ${users.manager.username}`).waitFor();
  expect(await stockOf(server, product.id)).toBe(before - 2);
  const cart = bodyOf(await server.client.as(shopper).get<TestCart>('/cart'), 200);
  expect(cart.items.map(({ quantity }) => quantity)).toEqual([3]);
});

it('opens an account for a new customer with a thumb, keeps the order over a reload, and places it once', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, {
    ...{ sectionId: section.id, unitType: 'kg', quantityStep: 0.25, ratePerUnit: 4000, quantityAvailable: 5 },
  });
  const phone = `98${Math.floor(1e7 + Math.random() * 8e7)}`;
  const { page, guard } = await shop.visitor(users.manager, PHONE);
  guard.expect(422, /^\/api\/v1\/admin\/orders$/);
  await page.goto('/admin/orders');
  await link(page, 'New order').tap();
  await findCustomer(page).fill(phone);
  await page.getByRole('option', { name: `New customer: ${phone}` }).tap();
  await page.getByLabel('Name of the customer').fill('Meena Iyer');
  await addProduct(page).fill(product.name);
  await page.getByRole('option', { name: product.name }).tap();
  await quantityOf(page, product.name).fill('750 g');
  await quantityOf(page, product.name).press('Enter');
  await page.getByRole('region', { name: 'Total' }).getByText('₹30', { exact: false }).waitFor();
  await button(page, 'Place order').tap();
  await visibleText(page, 'Please fill this in.').waitFor();
  await page.getByLabel('House and street').fill('7, Lake Road');
  await page.getByLabel('Town or city').fill('Bengaluru');
  await page.getByLabel('Postal code').fill('56');
  await page.reload();
  expect(await page.getByLabel('Name at the door').inputValue()).toBe('Meena Iyer');
  expect(await quantityOf(page, product.name).inputValue()).toBe('750 g');
  await button(page, 'Place order').tap();
  await visibleText(page, 'This does not look like a postal code').waitFor();
  await page.getByLabel('Postal code').fill('560034');
  await button(page, 'Place order').dblclick();
  await heading(page, /^Order /).waitFor();
  await link(page, 'Meena Iyer').click();
  await heading(page, 'Meena Iyer').waitFor();
  await visibleText(page, '1, of which 1 in progress').waitFor();
  await visibleText(page, '7, Lake Road').waitFor();
  expect(await stockOf(server, product.id)).toBe(4.25);
  await link(page, 'New order').click();
  await button(page, new RegExp(`^${product.name}, .*: add$`)).waitFor();
  await page.getByRole('radio', { name: /7, Lake Road/ }).waitFor();
});

it('says what is short and what has changed, and places nothing at another total than it shows', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, {
    ...{ sectionId: section.id, ratePerUnit: 5000, quantityAvailable: 5 },
  });
  const shopper = await newShopper(server);
  await newOrder(server, shopper, { [product.id]: 1 });
  const { page, guard } = await shop.visitor(users.admin);
  await page.goto(`/admin/customers/${shopper.id}`);
  await link(page, 'New order').click();
  await button(page, new RegExp(`^${product.name}, .*: add$`)).click();
  await quantityOf(page, product.name).fill('many');
  await quantityOf(page, product.name).press('Enter');
  await visibleText(page, 'Type an amount such as 3 pieces').waitFor();
  await quantityOf(page, product.name).fill('9');
  await quantityOf(page, product.name).press('Enter');
  await visibleText(page, 'Only 4 pieces left').waitFor();
  await page.getByRole('region', { name: 'Total' }).getByText('₹200', { exact: false }).waitFor();

  bodyOf(await changeProduct(server, users.manager, product, { ratePerUnit: 6000 }), 200);
  guard.expect(409, /^\/api\/v1\/admin\/orders$/);
  await button(page, 'Place order').click();
  await visibleText(page, /The total was ₹200.* and is now ₹240/).waitFor();
  await page.getByRole('region', { name: 'Total' }).getByText('₹240', { exact: true }).waitFor();
  await button(page, 'Place order').click();
  await heading(page, /^Order /).waitFor();
});

it('asks whether a new customer is the one who has ordered with the same number', async () => {
  const { server, product, users } = shop.fixture;
  const shopper = await newShopper(server);
  await newOrder(server, shopper, { [product.id]: 1 });
  const { page } = await shop.visitor(users.manager);
  await page.goto('/admin/orders/new');
  await findCustomer(page).fill('Someone new');
  await page.getByRole('option', { name: 'New customer: Someone new' }).click();
  await page.getByLabel('Phone', { exact: true }).fill('098450 12345');
  await button(page, /^Yes, /)
    .first()
    .click();
  await page.getByRole('radio', { name: /14, 3rd Cross, Malleshwaram/ }).waitFor();
});

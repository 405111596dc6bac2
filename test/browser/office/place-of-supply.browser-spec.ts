import { newProduct, type TestProduct } from '../../factories/catalog.js';
import { ADDRESS, fillCart, placeOrder as placed, sendOut } from '../../factories/orders.js';
import { currentSettings, setLegal, setTax } from '../../factories/settings.js';
import { newTaxClass } from '../../factories/taxes.js';
import { newShopper, type TestUser } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, fillAddress, placeOrder } from '../shop/shopper.js';
import { choose, visibleText } from './staff.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const shop = Shop.forThisFile(DESK);

let product: TestProduct;
beforeAll(async () => {
  const { server, users, section } = shop.fixture;
  const { id: taxClassId } = await newTaxClass(server, users.admin);
  const values = { sectionId: section.id, ratePerUnit: 11_800, taxClassId };
  product = await newProduct(server, users.manager, values);
});
beforeEach(async () => {
  const { server, users } = shop.fixture;
  await setTax(server, users.admin, { scheme: 'unregistered' });
  await setLegal(server, users.admin);
  await setTax(server, users.admin);
});

async function latestOrderOf(shopper: TestUser): Promise<{ id: string; address: { state?: string } }> {
  const { client } = shop.fixture.server;
  const { items } = bodyOf(
    await client.as(shopper).get<{ items: { id: string; address: { state?: string } }[] }>('/orders'),
    200,
  );
  return items[0]!;
}

it('takes an order to another state with a thumb, and the invoice states IGST', async () => {
  const { server, users } = shop.fixture;
  const shopper = await newShopper(server);
  await fillCart(server, shopper, { [product.id]: 1 });
  const { page } = await shop.visitor(shopper, PHONE);
  await page.goto('/checkout');
  await fillAddress(page);
  await visibleText(page, 'Karnataka').tap();
  await page.getByRole('option', { name: 'Kerala', exact: true }).tap();
  await placeOrder(page).tap();
  await page.waitForURL(/\/orders\//);
  await visibleText(page, /560003, Kerala/).waitFor();

  const { id } = await latestOrderOf(shopper);
  const document = await sendOut(server, users.manager, id);
  const { page: office } = await shop.visitor(users.manager);
  await office.goto(`/admin/documents/${document.id}`);
  await visibleText(office, 'IGST').waitFor();
  await office.goto(`/admin/orders/${id}`);
  await visibleText(office, /560003, Kerala/).waitFor();
});

it('asks for no state where the tax does not depend on it', async () => {
  const { server, users } = shop.fixture;
  await setTax(server, users.admin, { regime: 'vat' });
  const shopper = await newShopper(server);
  await fillCart(server, shopper, { [product.id]: 1 });
  const { page } = await shop.visitor(shopper);
  await page.goto('/checkout');
  await fillAddress(page);
  expect(await page.getByRole('combobox', { name: 'State' }).count()).toBe(0);
  await placeOrder(page).click();
  await page.waitForURL(/\/orders\//);
  expect((await latestOrderOf(shopper)).address).not.toHaveProperty('state');
});

it('shows staff on the telephone what is wrong with an address that they have chosen', async () => {
  const { server, users } = shop.fixture;
  const shopper = await newShopper(server);
  await setTax(server, users.admin, { regime: 'vat' });
  await fillCart(server, shopper, { [product.id]: 1 });
  bodyOf(await placed(server, shopper, undefined, { address: { ...ADDRESS, state: 'Bayern' } }), 201);
  await setTax(server, users.admin);

  const { page, guard } = await shop.visitor(users.manager);
  guard.expect(422, /\/admin\/orders$/);
  await page.goto('/admin/orders/new');
  await page.getByRole('combobox', { name: 'Phone, name, street or email' }).fill(shopper.username);
  await page.getByRole('option', { name: new RegExp(`^${shopper.username}`) }).click();
  await page.getByRole('radio', { name: /14, 3rd Cross/ }).waitFor();
  await page.getByRole('combobox', { name: 'Add a product' }).fill(product.name);
  await page.getByRole('option', { name: product.name }).click();
  await button(page, /^Place order/).click();
  await visibleText(page, 'Choose a state of India.').waitFor();
  await page.getByRole('combobox', { name: 'State' }).press('Enter');
  await page.keyboard.type('ker');
  await page.keyboard.press('Enter');
  await button(page, /^Place order/).click();
  await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}/);
  await visibleText(page, /560003, Kerala/).waitFor();
});

it('refuses a state of the store that is not that of the GSTIN, and hides it for VAT', async () => {
  const { server, users } = shop.fixture;
  const { page, guard } = await shop.visitor(users.admin);
  guard.expect(422, /settings\/tax$/);
  await page.goto('/admin/settings/taxes');
  await choose(page, 'State of the store', 'Assam');
  await visibleText(page, 'That of the GSTIN → Assam').waitFor();
  await button(page, 'Save').click();
  await visibleText(page, 'The GSTIN is of another state.').waitFor();
  // A long list renders what is visible alone: the beginning of a name is typed.
  await page.getByRole('combobox', { name: 'State of the store' }).press('Enter');
  await page.keyboard.type('karn');
  await page.keyboard.press('Enter');
  await button(page, 'Save').click();
  await visibleText(page, 'Saved. It applies from now on.').waitFor();
  expect((await currentSettings(server, users.admin)).tax.value).toMatchObject({ state: '29' });

  await choose(page, /^Tax$/, 'VAT');
  await page.getByRole('combobox', { name: 'State of the store' }).waitFor({ state: 'detached' });
  await visibleText(page, 'Karnataka → That of the GSTIN').waitFor();
  await button(page, 'Save').click();
  await visibleText(page, 'GST (India) → VAT').waitFor({ state: 'detached' });
  expect((await currentSettings(server, users.admin)).tax.value).toMatchObject({
    regime: 'vat',
    state: null,
  });
});

import { newProduct, type TestProduct } from '../../factories/catalog.js';
import { fillCart } from '../../factories/orders.js';
import { currentSettings, setPricing } from '../../factories/settings.js';
import { newShopper } from '../../factories/users.js';
import { DESK, PHONE, Shop } from '../shop/shop.js';
import { button, fillAddress, heading } from '../shop/shopper.js';
import { dialog, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

let product: TestProduct;
beforeAll(async () => {
  const { server, users, section } = shop.fixture;
  product = await newProduct(server, users.manager, { sectionId: section.id, ratePerUnit: 5_000 });
});
beforeEach(() => setPricing(shop.fixture.server, shop.fixture.users.admin, {}));

it('changes the charges by keyboard, and a shopper at the checkout sees the new total first', async () => {
  const { server, users } = shop.fixture;
  const shopper = await newShopper(server);
  await fillCart(server, shopper, { [product.id]: 1 });
  const buyer = await shop.visitor(shopper, PHONE);
  await buyer.page.goto('/checkout');
  await fillAddress(buyer.page);
  await button(buyer.page, 'Place order · ₹50').waitFor();

  const { page } = await shop.visitor(users.admin);
  await page.goto('/admin/settings');
  await page.getByLabel('Delivery', { exact: true }).focus();
  await page.keyboard.type('30');
  await page.keyboard.press('Tab');
  await page.keyboard.type('500');
  await visibleText(page, '₹0 → ₹30').waitFor();
  await visibleText(page, 'none → ₹500').waitFor();
  await page.keyboard.press('Enter');
  await visibleText(page, 'Saved. It applies from now on.').waitFor();
  expect((await currentSettings(server, users.admin)).pricing).toMatchObject({
    value: { deliveryFee: 3_000, freeDeliveryFrom: 50_000, packingFee: 0 },
  });

  buyer.guard.expect(409, /\/api\/v1\/orders$/);
  await button(buyer.page, 'Place order · ₹50').click();
  await buyer.page
    .getByRole('alert')
    .getByText(/changed from ₹50 to ₹80/)
    .waitFor();
  await button(buyer.page, 'Place order · ₹80').click();
  await heading(buyer.page, /^Thank you/).waitFor();
});

it('shows a guest the charges, what is missing for free delivery, and when it is free', async () => {
  const { server, users } = shop.fixture;
  await setPricing(server, users.admin, { deliveryFee: 3_000, freeDeliveryFrom: 10_000 });
  const { page } = await shop.visitor(undefined, PHONE);
  await page.goto(`/products/${product.slug}`);
  await button(page, /^Add/).first().click();
  await visibleText(page, /1 item · ₹50/).waitFor();
  await page.goto('/cart');
  await visibleText(page, 'Add ₹50 more for free delivery.').waitFor();
  const summary = page.locator('.summary');
  expect(await summary.innerText()).toMatch(/Goods\s+₹50\s+Delivery\s+₹30\s+Total\s+₹80/);
  await button(page, /^More|^Add one|^Increase/)
    .first()
    .click();
  await visibleText(page, 'Free').waitFor();
  expect(await summary.innerText()).toMatch(/Goods\s+₹100\s+Delivery\s+Free\s+Total\s+₹100/);
});

it('states who sells at the foot of the shop, and shows a mistyped tax number at its field', async () => {
  const { users } = shop.fixture;
  const { page, guard } = await shop.visitor(users.admin);
  await page.goto('/admin/settings');
  await page.getByLabel('Registered name').fill('Green Basket Retail Ltd');
  await page.getByLabel('Town or city').fill('Bengaluru');
  await page.getByLabel('Tax number').fill('29aagcb7383j1z5');
  guard.expect(400, /\/admin\/settings\/legal$/);
  await page.keyboard.press('Enter');
  await visibleText(page, /^This is no GSTIN/).waitFor();
  await page.getByLabel('Tax number').fill('29aagcb7383j1z4');
  await page.keyboard.press('Enter');
  await visibleText(page, 'Saved. It applies from now on.').waitFor();

  const guest = await shop.visitor(undefined, PHONE);
  await guest.page.goto('/');
  const footer = guest.page.getByRole('contentinfo');
  for (const line of ['Green Basket Retail Ltd', 'Bengaluru', 'GSTIN 29AAGCB7383J1Z4'])
    await footer.getByText(line, { exact: true }).waitFor();
});

it('asks which charges to keep if two admins have changed them', async () => {
  const { server, users } = shop.fixture;
  const { page, guard } = await shop.visitor(users.admin);
  await page.goto('/admin/settings');
  await page.getByLabel('Packing', { exact: true }).fill('5');
  await setPricing(server, users.admin, { deliveryFee: 4_000, packingFee: 1_000 });
  guard.expect(409, /\/admin\/settings\/pricing$/);
  await button(page, 'Save').first().click();
  const conflict = dialog(page, 'Another user saved first');
  await conflict.getByRole('row', { name: /Packing ₹10 .*₹5/ }).waitFor();
  await conflict.getByRole('button', { name: 'Keep saved version' }).click();
  await conflict.waitFor({ state: 'hidden' });
  expect(await page.getByLabel('Delivery', { exact: true }).inputValue()).toBe('40');
  expect(await page.getByLabel('Packing', { exact: true }).inputValue()).toBe('10');
});

it('keeps what another admin has changed besides, and asks only about the same field', async () => {
  const { server, users } = shop.fixture;
  const { page, guard } = await shop.visitor(users.admin);
  await page.goto('/admin/settings');
  await page.getByLabel('Delivery', { exact: true }).fill('40');
  await setPricing(server, users.admin, { packingFee: 1_000 });
  guard.expect(409, /\/admin\/settings\/pricing$/);
  await button(page, 'Save').first().click();
  await visibleText(page, 'Saved. It applies from now on.').waitFor();
  expect((await currentSettings(server, users.admin)).pricing.value).toMatchObject({
    deliveryFee: 4_000,
    freeDeliveryFrom: null,
    packingFee: 1_000,
  });

  await page.getByLabel('Packing', { exact: true }).fill('5');
  await setPricing(server, users.admin, { deliveryFee: 2_000, packingFee: 700 });
  guard.expect(409, /\/admin\/settings\/pricing$/);
  await button(page, 'Save').first().click();
  const conflict = dialog(page, 'Another user saved first');
  await conflict.getByRole('button', { name: 'Save my version' }).click();
  await conflict.waitFor({ state: 'hidden' });
  // The toast of the first change may be there still.
  await button(page, 'Discard').waitFor({ state: 'hidden' });
  // Of the newer version, what this edit has not touched stays.
  expect((await currentSettings(server, users.admin)).pricing.value).toMatchObject({
    deliveryFee: 2_000,
    freeDeliveryFrom: null,
    packingFee: 500,
  });
});

import { newProduct, type TestProduct } from '../../factories/catalog.js';
import { currentSettings, setTax } from '../../factories/settings.js';
import { newTaxClass, type TestTaxClass } from '../../factories/taxes.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, PHONE, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { choose, dialog, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

let product: TestProduct;
beforeAll(async () => {
  const { server, users, section } = shop.fixture;
  product = await newProduct(server, users.manager, { sectionId: section.id, ratePerUnit: 11_800 });
});
beforeEach(() => setTax(shop.fixture.server, shop.fixture.users.admin, { scheme: 'unregistered' }));

const shownClass = async ({ id }: { id: string }): Promise<TestTaxClass> =>
  bodyOf(
    await shop.fixture.server.client
      .as(shop.fixture.users.admin)
      .get<TestTaxClass>(`/admin/tax-classes/${id}`),
    200,
  );

it('sets up a tax by keyboard, and the shop states it', async () => {
  const { server, users } = shop.fixture;
  const { page } = await shop.visitor(users.admin);
  await page.goto('/admin/settings/taxes');
  await visibleText(page, 'No tax classes').waitFor();
  await button(page, 'New class').focus();
  await page.keyboard.press('Enter');
  const made = dialog(page, 'New class');
  await made.locator('input:focus').waitFor();
  await page.keyboard.type('Household goods');
  await page.keyboard.press('Tab');
  await page.keyboard.type('GST-18');
  await made.getByLabel('Rate', { exact: true }).focus();
  await page.keyboard.type('18');
  await page.keyboard.press('Enter');

  await visibleText(page, 'Household goods is saved.').waitFor();
  await page.getByRole('article', { name: 'Household goods' }).getByText('18 %').first().waitFor();

  await choose(page, 'Registration', 'Registered');
  await choose(page, 'Usual tax class', 'Household goods');
  await visibleText(page, 'Not registered → Registered').waitFor();
  await visibleText(page, 'None: they are not taxed → Household goods').waitFor();
  await button(page, 'Save').click();
  await visibleText(page, 'Saved. It applies from now on.').waitFor();
  expect((await currentSettings(server, users.admin)).tax.value).toMatchObject({ scheme: 'regular' });

  const guest = await shop.visitor(undefined, PHONE);
  await guest.page.goto(`/products/${product.slug}`);
  await visibleText(guest.page, 'incl. all taxes').waitFor();
  await button(guest.page, /^Add/).first().click();
  await visibleText(guest.page, /1 item · ₹118/).waitFor();
  await guest.page.goto('/cart');
  await visibleText(guest.page, 'Includes ₹18 tax').waitFor();
});

it('enters the rate of a later day, and names a day that is there twice', async () => {
  const { server, users } = shop.fixture;
  const taxClass = await newTaxClass(server, users.admin, { name: 'Sugar' });
  const { page } = await shop.visitor(users.admin, PHONE);
  await page.goto('/admin/settings/taxes');
  const card = page.getByRole('article', { name: 'Sugar' });
  await card.getByRole('button', { name: 'Change rates' }).click();
  const rates = dialog(page, 'Rates of Sugar');
  await button(page, 'Add a rate').click();
  await rates.getByLabel('From').first().fill('2020-01-01');
  await rates.getByLabel('Rate', { exact: true }).first().fill('40');
  await rates.getByRole('button', { name: 'Save' }).click();
  await rates.getByText('Another rate begins on this day.').waitFor();
  await rates.getByLabel('From').first().fill('2099-04-01');
  await rates.getByRole('button', { name: 'Save' }).click();
  await visibleText(page, 'The rates of Sugar are saved.').waitFor();
  await card.getByText('from 1 Apr 2099').waitFor();
  expect(await shownClass(taxClass)).toMatchObject({
    rates: [{ validFrom: '2099-04-01', percent: 40 }, { validFrom: '2020-01-01' }],
    current: { percent: 18 },
  });
});

it('shows an admin whose version is older what is saved now, and refuses an exempt class with rates', async () => {
  const { server, users } = shop.fixture;
  const taxClass = await newTaxClass(server, users.admin, { name: 'Salt' });
  const { page, guard } = await shop.visitor(users.admin);
  await page.goto('/admin/settings/taxes');
  await page.getByRole('button', { name: 'Edit Salt' }).click();
  bodyOf(
    await server.client
      .as(users.admin)
      .patch(`/admin/tax-classes/${taxClass.id}`, { version: 1, name: 'Rock salt' }),
    200,
  );
  guard.expect(409, /\/admin\/tax-classes\//);
  await dialog(page, 'Edit tax class').getByLabel('Name').fill('Sea salt');
  await page.keyboard.press('Enter');
  await dialog(page, 'Edit tax class').locator('.v-alert').waitFor();
  await visibleText(page, 'Another admin has saved meanwhile: Rock salt').waitFor();
  await dialog(page, 'Edit tax class').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('article', { name: 'Sea salt' }).waitFor();
  expect(await shownClass(taxClass)).toMatchObject({ name: 'Sea salt', version: 3 });

  // Exempt goods have no rates: the switch says so, and nothing is sent.
  await page.getByRole('button', { name: 'Edit Sea salt' }).click();
  await page
    .getByRole('checkbox', { name: 'Exempt' })
    .or(page.getByRole('switch', { name: 'Exempt' }))
    .click();
  await visibleText(page, 'Exempt goods have no rates. Remove them first.').waitFor();
  await dialog(page, 'Edit tax class').getByRole('button', { name: 'Save' }).click();
  expect(await shownClass(taxClass)).toMatchObject({ exempt: false, version: 3 });
});

it('gives a product its class and its HSN code, and refuses one of five digits', async () => {
  const { server, users, section } = shop.fixture;
  const taxClass = await newTaxClass(server, users.admin, { name: 'Pepper' });
  const { id, name } = await newProduct(server, users.manager, { sectionId: section.id });
  const { page, guard } = await shop.visitor(users.manager);
  await page.goto(`/admin/products/${id}`);
  await choose(page, 'Tax class', 'Pepper');
  await page.getByLabel('HSN code').fill('09041');
  guard.expect(400, /\/admin\/products\//);
  await page.keyboard.press('Enter');
  await visibleText(page, 'This does not have the right format.').waitFor();
  await page.getByLabel('HSN code').fill('0904.11');
  await page.keyboard.press('Enter');
  await visibleText(page, `${name} is saved.`).waitFor();
  const saved = await server.client.as(users.manager).get<object>(`/admin/products/${id}`);
  expect(bodyOf(saved, 200)).toMatchObject({ taxClassId: taxClass.id, hsn: '090411', version: 2 });
});

import { newProduct } from '../../factories/catalog.js';
import { newOrder, sendOut, type TestOrder } from '../../factories/orders.js';
import { expectBalancedBooks } from '../../support/assertions/books.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { dialog, visibleText } from './staff.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const shop = Shop.forThisFile(DESK);

/** Places an order of something for ₹59. */
async function placed(): Promise<TestOrder> {
  const { server, users, section } = shop.fixture;
  const tea = await newProduct(server, users.manager, { sectionId: section.id, ratePerUnit: 5_900 });
  return newOrder(server, users.owner, { [tea.id]: 1 });
}

it('gives a discount by keyboard, which the customer sees at once, and takes it back', async () => {
  const { server, users } = shop.fixture;
  const order = await placed();
  const customer = await shop.visitor(users.owner, PHONE);
  await customer.page.goto(`/orders/${order.id}`);
  await visibleText(customer.page, '₹59').waitFor();

  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/orders/${order.id}`);
  await button(page, 'Give a discount').focus();
  await page.keyboard.press('Enter');
  const give = dialog(page, `Discount on order ${order.number}`);
  await give.getByLabel('Amount').focus();
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await give.getByText('More than is left of the goods’ price.').waitFor();
  await give.getByLabel('Amount').fill('9.50');
  await give.getByText('New total ₹49.50').waitFor();
  await give.getByLabel('What for').focus();
  await page.keyboard.type('Sorry for the delay');
  await page.keyboard.press('Enter');
  await visibleText(page, 'Discount given: ₹9.50').waitFor();
  await page.getByRole('row', { name: /Discount: Sorry for the delay.* -₹9.50/ }).waitFor();
  await visibleText(customer.page, 'Discount: Sorry for the delay').waitFor();
  await visibleText(customer.page, '₹49.50').waitFor();

  await button(page, 'Take back: Sorry for the delay').focus();
  await page.keyboard.press('Enter');
  const ask = dialog(page, 'Take back this discount?');
  await ask.getByText('Sorry for the delay: ₹9.50. The order then costs ₹59.').waitFor();
  await ask.getByRole('button', { name: 'Take back' }).focus();
  await page.keyboard.press('Enter');
  await visibleText(page, 'Discount taken back: ₹9.50').waitFor();
  await page.getByRole('row', { name: /Discount/ }).waitFor({ state: 'detached' });
  // The button that was pressed was removed: the focus is near it.
  await page.locator(':focus').filter({ hasText: 'Give a discount' }).waitFor();
  await visibleText(customer.page, 'Discount: Sorry for the delay').waitFor({ state: 'detached' });
  await expectBalancedBooks(server, users.admin);
});

it('says with a thumb that the goods have left in the meantime, and offers no discount any more', async () => {
  const { server, users } = shop.fixture;
  const order = await placed();
  const { page, guard } = await shop.visitor(users.manager, PHONE);
  guard.expect(409, /\/discounts$/);
  await page.goto(`/admin/orders/${order.id}`);
  await button(page, 'Give a discount').tap();
  const give = dialog(page, `Discount on order ${order.number}`);
  await give.getByLabel('Amount').fill('5');
  await give.getByLabel('What for').fill('Sorry');
  await sendOut(server, users.manager, order.id);
  await give.getByRole('button', { name: 'Give a discount' }).tap();
  await give.getByText('The invoice is issued, so the total no longer changes.').waitFor();
  await give.getByRole('button', { name: 'Go back' }).tap();
  await button(page, 'Give a discount').waitFor({ state: 'detached' });
  const seen = await server.client.as(users.manager).get<{ total: number }>(`/admin/orders/${order.id}`);
  expect(bodyOf(seen, 200).total).toBe(5_900);
});

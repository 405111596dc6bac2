import { newOrder } from '../../factories/orders.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading } from '../shop/shopper.js';
import { focusAfterEscape, pressEnter } from '../support/focus.js';

const shop = Shop.forThisFile(DESK);

it('returns the focus to the button that opened a dialog, or to that of the menu', async () => {
  const { server, product, users } = shop.fixture;
  const { page } = await shop.visitor(users.admin);
  const { id, number } = await newOrder(server, users.owner, { [product.id]: 1 });
  await page.goto(`/admin/orders/${id}`);
  await heading(page, number).waitFor();
  await pressEnter(page, 'Cancel order');
  expect(await focusAfterEscape(page)).toBe('Cancel order');

  await button(page, /Search orders/).focus();
  await page.keyboard.press('Control+k');
  expect(await focusAfterEscape(page)).toMatch(/Search orders/);

  await page.goto(`/admin/users?q=${users.manager.username}`);
  await pressEnter(page, /^More actions for/);
  await page.locator('.v-list-item', { hasText: 'Suspend' }).click();
  expect(await focusAfterEscape(page)).toMatch(/^More actions for/);
});

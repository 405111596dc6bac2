import type { Page } from 'playwright-core';
import { newOrder } from '../../factories/orders.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading } from '../shop/shopper.js';
import { focusedName, hasFocus } from '../support/in-page.mjs';

const shop = Shop.forThisFile(DESK);

/** Closes the open dialog with Escape, and returns what has the focus then. */
async function focusAfterEscape(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog').last();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForFunction(hasFocus);
  return page.evaluate(focusedName);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press('Enter');
}

it('returns the focus to the button that opened a dialog, or to that of the menu', async () => {
  const { server, product, users } = shop.fixture;
  const { page } = await shop.visitor(users.admin);
  const { id, number } = await newOrder(server, users.owner, { [product.id]: 1 });
  await page.goto(`/admin/orders/${id}`);
  await heading(page, number).waitFor();
  await press(page, 'Cancel order');
  expect(await focusAfterEscape(page)).toBe('Cancel order');

  await button(page, /Search orders/).focus();
  await page.keyboard.press('Control+k');
  expect(await focusAfterEscape(page)).toMatch(/Search orders/);

  await page.goto(`/admin/users?q=${users.manager.username}`);
  await press(page, /^More actions for/);
  await page.locator('.v-list-item', { hasText: 'Suspend' }).click();
  expect(await focusAfterEscape(page)).toMatch(/^More actions for/);
});

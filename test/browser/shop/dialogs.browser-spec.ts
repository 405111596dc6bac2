import type { Page } from 'playwright-core';
import { newOrder } from '../../factories/orders.js';
import { focusedName, hasFocus } from '../support/in-page.mjs';
import { DESK, Shop } from './shop.js';
import { addToCart, button } from './shopper.js';

const shop = Shop.forThisFile(DESK);

/** Opens a dialog with Enter on a button, closes it with Escape, and returns what has the focus then. */
async function focusAfterEscape(page: Page, opener: string | RegExp): Promise<string> {
  await button(page, opener).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog').last();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForFunction(hasFocus);
  return page.evaluate(focusedName);
}

it('returns the focus to the button that opened a dialog', async () => {
  const { server, product, section, users } = shop.fixture;
  const { page } = await shop.visitor(users.owner);
  const { id } = await newOrder(server, users.owner, { [product.id]: 1 });
  await page.goto(`/orders/${id}`);
  expect(await focusAfterEscape(page, 'Cancel the order')).toBe('Cancel the order');

  await page.goto(`/sections/${section.slug}`);
  await addToCart(page, product);
  expect(await focusAfterEscape(page, /^Your cart/)).toMatch(/^Your cart/);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await focusAfterEscape(page, /^Filters/)).toMatch(/^Filters/);
});

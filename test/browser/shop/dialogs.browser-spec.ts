import type { Page } from 'playwright-core';
import { newOrder } from '../../factories/orders.js';
import { focusAfterEscape, pressEnter } from '../support/focus.js';
import { DESK, Shop } from './shop.js';
import { addToCart } from './shopper.js';

const shop = Shop.forThisFile(DESK);

/** Opens a dialog with Enter on a button, closes it with Escape, and returns the name of what has the focus then. */
async function focusAfter(page: Page, opener: string | RegExp): Promise<string> {
  await pressEnter(page, opener);
  return focusAfterEscape(page);
}

it('returns the focus to the button that opened a dialog', async () => {
  const { server, product, section, users } = shop.fixture;
  const { page } = await shop.visitor(users.owner);
  const { id } = await newOrder(server, users.owner, { [product.id]: 1 });
  await page.goto(`/orders/${id}`);
  expect(await focusAfter(page, 'Cancel the order')).toBe('Cancel the order');

  await page.goto(`/sections/${section.slug}`);
  await addToCart(page, product);
  expect(await focusAfter(page, /^Your cart/)).toMatch(/^Your cart/);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await focusAfter(page, /^Filters/)).toMatch(/^Filters/);
});

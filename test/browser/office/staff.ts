import type { Locator, Page } from 'playwright-core';
import type { TestOrder } from '../../factories/orders.js';
import type { TestUser } from '../../factories/users.js';
import { sleep } from '../../support/servers/processes.js';
import { button, visible } from '../shop/shopper.js';

/* Actions of staff in the back office, by accessible role and text. */

/** Returns the row of a table or a list that contains a text. */
export const row = (page: Page, text: string): Locator => page.getByRole('row').filter({ hasText: text });

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Returns the first visible element with a text. */
export const visibleText = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).filter({ visible: true }).first();

/** Fills in and submits the open sign-in form. */
export async function signIn(
  page: Page,
  { username, password }: Pick<TestUser, 'username' | 'password'>,
): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await button(page, 'Sign in').click();
}

/** Follows a link of the menu. */
export async function goTo(page: Page, linkName: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Back office' }).getByRole('link', { name: linkName }).click();
}

/** Chooses an option of a select field. */
export async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).press('Enter');
  await page.getByRole('option', { name: option, exact: true }).click();
}

/**
 * Waits until a field has a value.
 *
 * @throws {Error} if it never does
 */
export async function waitForValue(field: Locator, value: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await field.inputValue()) === value) return;
    await sleep(100);
  }
  throw new Error(`Expected the field to hold ${value}, but it holds ${await field.inputValue()}.`);
}

/**
 * Returns an order's card in a lane of the board once it has settled there: the server has returned its next
 * transitions.
 */
export function settledCard(page: Page, lane: string, { number }: Pick<TestOrder, 'number'>): Locator {
  const card = page.getByRole('region', { name: lane }).getByRole('article').filter({ hasText: number });
  return lane === 'Delivered' ? card : card.filter({ has: visible(page.getByRole('button')) });
}

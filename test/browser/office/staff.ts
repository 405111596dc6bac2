import type { Locator, Page } from 'playwright-core';
import type { TestUser } from '../../factories/users.js';
import { sleep } from '../../support/servers/processes.js';
import { button } from '../shop/shopper.js';

/* What staff do in the back office, by what can be read and heard there. */

/** The row of a table, or of a list, that shows a text. */
export const row = (page: Page, text: string): Locator => page.getByRole('row').filter({ hasText: text });

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** A text that is shown, wherever it stands. */
export const told = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).filter({ visible: true }).first();

/** Fills the form of the page to sign in, where it is open. */
export async function signIn(
  page: Page,
  { username, password }: Pick<TestUser, 'username' | 'password'>,
): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await button(page, 'Sign in').click();
}

/** Follows the menu to a place. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Back office' }).getByRole('link', { name: place }).click();
}

/** Chooses one of the options that a field offers. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).press('Enter');
  await page.getByRole('option', { name: option, exact: true }).click();
}

/**
 * Waits until a field holds a value.
 *
 * @throws Error where it never does
 */
export async function holds(field: Locator, value: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await field.inputValue()) === value) return;
    await sleep(100);
  }
  throw new Error(`The field holds ${await field.inputValue()}, and not ${value}.`);
}

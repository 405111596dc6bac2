import type { Locator, Page } from 'playwright-core';
import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import type { TestProduct } from '../../factories/catalog.js';
import type { TestUser } from '../../factories/users.js';

/* Actions of a shopper in the shop, by accessible role and text. */

/** Returns the visible one of elements that exist twice on a page, for two widths. */
export const visible = (locator: Locator): Locator => locator.filter({ visible: true }).first();

export const button = (page: Page, name: string | RegExp): Locator =>
  visible(page.getByRole('button', { name, exact: typeof name === 'string' }));

export const link = (page: Page, name: string | RegExp): Locator =>
  visible(page.getByRole('link', { name, exact: typeof name === 'string' }));

export const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });

export const placeOrder = (page: Page): Locator => button(page, /^Place order/);

/** Returns the quantity stepper of a product in the cart. */
export const quantityStepper = (page: Page, { name }: Pick<TestProduct, 'name'>): Locator =>
  visible(page.getByRole('group', { name: `Quantity of ${name}` }));

export async function addToCart(page: Page, { name }: Pick<TestProduct, 'name'>): Promise<void> {
  await button(page, `Add ${name} to the cart`).click();
}

export async function increaseQuantity(page: Page, { name }: Pick<TestProduct, 'name'>): Promise<void> {
  await button(page, `More of ${name}`).click();
}

/** Fills in and submits the open sign-in form. */
export async function signIn(page: Page, { username, password }: TestUser): Promise<void> {
  await page.getByLabel('Username or email').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
}

const ADDRESS = {
  'Full name': 'Asha Rao',
  'Mobile number': '+91 98450 12345',
  'House and street': '14, 3rd Cross, Malleshwaram',
  'Town or city': 'Bengaluru',
  'PIN code': '560003',
};

/** Fills in the address of the checkout; `more` overrides fields by their label. */
export async function fillAddress(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [label, value] of Object.entries({ ...ADDRESS, ...more })) {
    await page.getByLabel(label).fill(value);
  }
}

/** Opens a page and waits until it shows each text as it was written. */
export async function expectShown(page: Page, path: string, texts: readonly string[]): Promise<void> {
  await page.goto(path);
  await waitUntilSettled(page);
  for (const text of texts) await visible(page.getByText(text)).waitFor();
}

import type { Page } from 'playwright-core';
import { newProduct, type TestProduct } from '../../factories/catalog.js';
import { newManager, type TestUser } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { isControlFocused, isFieldFocused } from '../support/in-page.mjs';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading } from '../shop/shopper.js';
import { visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

const dialog = (page: Page, name: string) => page.getByRole('alertdialog', { name });
const again = (page: Page) => dialog(page, 'Please sign in again');
const brand = (page: Page) => page.getByLabel('Brand');

/** A manager types a brand into a product's form, an admin ends the sessions, and the manager saves with the keyboard. */
async function interruptedEdit() {
  const { server, users, section } = shop.fixture;
  const manager = await newManager(server);
  const product = await newProduct(server, users.manager, { sectionId: section.id, brand: 'Nandi' });
  const visitor = await shop.visitor(manager);
  visitor.guard.expect(401, /^\/api\/v1\//);
  const { page } = visitor;
  await page.goto(`/admin/products/${product.id}`);
  await heading(page, product.name).waitFor();
  await brand(page).fill('Amul');
  bodyOf(await server.client.as(users.admin).delete(`/admin/users/${manager.id}/sessions`), 204);
  await brand(page).press('Enter');
  await again(page).waitFor();
  return { ...visitor, manager, product };
}

async function brandOf({ id }: TestProduct): Promise<string | null> {
  const { server, users } = shop.fixture;
  const product = await server.client.as(users.admin).get<{ brand: string | null }>(`/admin/products/${id}`);
  return bodyOf(product, 200).brand;
}

async function signInAgain(page: Page, { username, password }: TestUser): Promise<void> {
  await again(page).getByLabel('Username or email').fill(username);
  await again(page).getByLabel('Password').fill(password);
  await again(page).getByLabel('Password').press('Enter');
}

it('saves the form of a manager who signs in over it with the keyboard, and gives the field its focus back', async () => {
  const { page, manager, product } = await interruptedEdit();
  expect(await brandOf(product)).toBe('Nandi');
  await page.keyboard.press('Escape');
  await page.waitForFunction(isFieldFocused, 'password');
  expect(await again(page).getByLabel('Username or email').inputValue()).toBe(manager.username);
  await page.keyboard.type(manager.password);
  await page.keyboard.press('Enter');
  await visibleText(page, `${product.name} is saved.`).waitFor();
  await again(page).waitFor({ state: 'hidden' });
  expect([await brand(page).inputValue(), await brandOf(product)]).toEqual(['Amul', 'Amul']);
  await page.waitForFunction(isControlFocused);
});

it('saves nothing in the name of another user who signs in there', async () => {
  const { page, manager, product } = await interruptedEdit();
  const { users } = shop.fixture;
  await signInAgain(page, users.admin);
  await dialog(page, `${users.admin.username} is signed in now`).waitFor();
  expect(await brandOf(product)).toBe('Nandi');
  await button(page, `Sign in as ${manager.username}`).click();
  await again(page).getByLabel('Password').fill(manager.password);
  await page.keyboard.press('Enter');
  await visibleText(page, `${product.name} is saved.`).waitFor();
  expect(await brandOf(product)).toBe('Amul');
});

it('starts afresh as another user who discards the form', async () => {
  const { page, product } = await interruptedEdit();
  const { users } = shop.fixture;
  await signInAgain(page, users.admin);
  await button(page, `Discard it and go on as ${users.admin.username}`).click();
  await heading(page, 'Today').waitFor();
  await page.getByRole('navigation', { name: 'Back office' }).getByRole('link', { name: 'Users' }).waitFor();
  expect(await brandOf(product)).toBe('Nandi');
});

it('leads who leaves to the sign-in page and back', async () => {
  const { page, manager, product } = await interruptedEdit();
  await again(page).getByRole('button', { name: 'Leave this page' }).click();
  await heading(page, 'Back office').waitFor();
  await page.getByLabel('Username').fill(manager.username);
  await page.getByLabel('Password').fill(manager.password);
  await button(page, 'Sign in').click();
  await heading(page, product.name).waitFor();
});

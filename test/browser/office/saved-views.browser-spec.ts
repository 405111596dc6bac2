import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { newManager } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { waitUntil } from '../../support/servers/processes.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { pressEnter } from '../support/focus.js';
import { storedText, storeText } from '../support/in-page.mjs';
import { dialog, row, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

const ID = '01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f';
/** A page of every table, with all parameters that its table keeps in the address. */
const PAGES = [
  `/products?q=milk&section=${ID}&published=yes&stock=low&sort=-rate&size=50`,
  `/orders?q=asha&status=placed&section=${ID}&customer=${ID}&from=2026-01-01&to=2026-01-31&sort=oldest`,
  '/users?q=asha&role=user&status=approved&activity=away-30&sort=username',
  '/section-requests?q=tea&status=all&type=create',
  `/operations/audit-log?q=tomatoes&kind=product&what=catalog.stock-moved&subject=${ID}&actor=${ID}&from=2026-01-01&to=2026-01-31`,
  '/products/exports?size=50',
  '/products/imports?size=50',
  '/operations/mails?q=asha&kind=daily-reminder',
  '/search?state=done',
  '/search/synonyms?q=milk&language=hi',
];

/** Saves what the table shows, with the keyboard alone. */
async function save(page: Page, name: string, isShared = false): Promise<void> {
  await pressEnter(page, 'Views');
  await pressEnter(page, 'Save this view');
  const dialogOfView = dialog(page, 'Save this view');
  // The focus is on the name.
  await dialogOfView.locator('input:focus').waitFor();
  await page.keyboard.type(name);
  if (isShared) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Enter');
  await visibleText(page, `The view “${name}” is saved.`).waitFor();
  await button(page, name).waitFor();
}

const searchOf = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

it.each(PAGES)('saves and opens a view of %s', async (path) => {
  const { page } = await shop.visitor(shop.fixture.users.admin);
  await page.goto(`/admin${path}`);
  const expected = searchOf(page);
  const name = randomUUID();
  await save(page, name);
  expect(searchOf(page)).toEqual({ ...expected, columns: expect.any(String) as string });

  await page.goto(`/admin${path.replace(/\?.*/, '')}`);
  await pressEnter(page, 'Views');
  await pressEnter(page, name);
  await waitUntil(() => Object.keys(searchOf(page)).length > 0);
  expect(searchOf(page)).toEqual({ ...expected, columns: expect.any(String) as string });
});

it('shares a view with other staff, who see its rows and columns', async () => {
  const { server, users, product } = shop.fixture;
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/products?q=${encodeURIComponent(product.name)}`);
  await row(page, product.name).waitFor();
  await button(page, 'Columns and density').click();
  await page.getByLabel('Section', { exact: true }).last().uncheck();
  await page.keyboard.press('Escape');
  const name = `Shelf ${randomUUID()}`;
  await save(page, name, true);

  const other = await shop.visitor(await newManager(server));
  await other.page.goto('/admin/products');
  await button(other.page, 'Views').click();
  await button(other.page, new RegExp(`^${name}`)).click();
  await row(other.page, product.name).waitFor();
  expect(await other.page.getByRole('columnheader', { name: 'Section' }).count()).toBe(0);
  await button(other.page, name).click();
  expect(await button(other.page, `Change the view ${name}`).isVisible()).toBe(false);
});

it('renames, replaces and deletes a view', async () => {
  const { users } = shop.fixture;
  const { page } = await shop.visitor(users.manager);
  await page.goto('/admin/orders?status=placed');
  const name = `To pack ${randomUUID()}`;
  await save(page, name);
  await page.goto('/admin/orders?status=packed');
  await button(page, 'Views').click();
  await button(page, `Change the view ${name}`).click();
  await dialog(page, 'Change the view').getByLabel('Name').fill(`${name}!`);
  await page.getByLabel('Replace its filters, sorting and columns by those shown now').check();
  await button(page, 'Save').click();
  await button(page, `${name}!`).click();
  await button(page, `Change the view ${name}!`).click();
  await button(page, 'Delete view').click();
  await page.getByText(`Delete the view “${name}!”?`).waitFor();
  await button(page, 'Delete view').click();
  await visibleText(page, `The view “${name}!” is deleted.`).waitFor();
  await button(page, 'Views').waitFor();
});

it('moves the views of orders that are stored in the browser to the server', async () => {
  const { server } = shop.fixture;
  const manager = await newManager(server);
  const { page } = await shop.visitor(manager);
  await page.goto('/admin/products');
  const view = { name: 'Out', query: { status: 'out_for_delivery', sort: 'oldest' } };
  await page.evaluate(storeText, ['order-views', JSON.stringify([view])] as const);
  await page.goto('/admin/orders');
  await button(page, 'Views').click();
  await button(page, 'Out').click();
  await waitUntil(() => searchOf(page)['status'] === 'out_for_delivery');
  expect(await page.evaluate(storedText, 'order-views')).toBeNull();
  const listed = await server.client
    .as(manager)
    .get<{ items: { name: string; query: string }[] }>('/admin/saved-views', { table: 'orders' });
  expect(bodyOf(listed, 200).items).toMatchObject([
    { name: 'Out', query: 'sort=oldest&status=out_for_delivery' },
  ]);
});

import { focusedName } from '../support/in-page.mjs';
import { waitUntil } from '../../support/servers/processes.js';
import { DESK, Shop } from '../shop/shop.js';
import { heading } from '../shop/shopper.js';

const shop = Shop.forThisFile(DESK);

it('leaves a password where it is typed, although the username is focused first', async () => {
  const { page } = await shop.visitor();
  for (let round = 0; round < 5; round++) {
    await page.goto('/admin/sign-in');
    await page.getByLabel('Password').focus();
    await page.keyboard.type('quick typist', { delay: 15 });
    expect(await page.getByLabel('Password').inputValue()).toBe('quick typist');
    expect(await page.getByLabel('Username').inputValue()).toBe('');
  }
});

it('focuses the first field once, and not again when it comes back into view', async () => {
  const { page } = await shop.visitor(shop.fixture.users.admin, { viewport: { width: 390, height: 500 } });
  await page.goto('/admin/products/new');
  await heading(page, 'New product').waitFor();
  const name = page.getByLabel('Name', { exact: true });
  await waitUntil(async () => (await page.evaluate(focusedName)) === 'Name');
  const description = page.getByLabel('Description');
  await description.fill('Sweet');
  await page.mouse.wheel(0, 5000);
  await name.scrollIntoViewIfNeeded();
  await page.keyboard.type(' and ripe', { delay: 30 });
  expect(await description.inputValue()).toBe('Sweet and ripe');
});

import { newManager, signInAdmin, type TestUser } from '../../factories/users.js';
import type { Server } from '../../support/servers/server.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading } from '../shop/shopper.js';
import { goTo, visibleText } from './staff.js';

interface NewStore {
  readonly server: Server;
  readonly admin: TestUser;
  readonly manager: TestUser;
}

const shop = Shop.with(async (server): Promise<NewStore> => {
  return { server, admin: await signInAdmin(server), manager: await newManager(server) };
}, DESK);

it('offers a manager only steps of a manager, and hides them for that account alone', async () => {
  const { admin, manager } = shop.fixture;
  const { page } = await shop.visitor(manager);
  await page.goto('/admin/');
  const steps = page.getByRole('region', { name: 'First steps' });
  await steps.getByText('0 of 4 done').waitFor();
  expect(await steps.getByText('Bring in a colleague').count()).toBe(0);
  await steps.getByRole('link', { name: 'Ask for a section' }).click();
  await heading(page, 'Section requests').waitFor();
  await page.goto('/admin/products/new');
  await visibleText(page, 'A product needs a section.').waitFor();

  await goTo(page, 'Today');
  await button(page, 'Hide the first steps').click();
  await visibleText(page, 'Out of stock').waitFor();
  await page.reload();
  await visibleText(page, 'Out of stock').waitFor();
  expect(await steps.count()).toBe(0);

  const { page: other } = await shop.visitor(admin);
  await other.goto('/admin/');
  await other.getByRole('region', { name: 'First steps' }).getByText('1 of 5 done').waitFor();
});

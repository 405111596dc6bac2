import { newImage } from '../../factories/images.js';
import { newSectionName } from '../../factories/section-requests.js';
import { newUsername, PASSWORD, register } from '../../factories/users.js';
import { DESK, Shop } from '../shop/shop.js';
import {
  addToCart,
  quantityStepper,
  button,
  fillAddress,
  heading,
  link,
  placeOrder,
} from '../shop/shopper.js';
import { choose, dialog, goTo, row, signIn, visibleText } from './staff.js';

/** Routes that only admins may read. */
const ADMIN_ROUTES = /^\/api\/v1\/admin\/(?:users|section-requests|audit-log)/;

const shop = Shop.forThisFile(DESK);

it('approves a pending manager, whose new product a shopper then buys', async () => {
  const { server, section, users } = shop.fixture;
  const account = { username: newUsername('manager'), password: PASSWORD };
  await register(server, account.username, 'store_manager');
  const { page: managerPage, guard } = await shop.visitor();
  guard.expect(403, /^\/api\/v1\/auth\/login$/);
  await managerPage.goto('/admin/products');
  await signIn(managerPage, account);
  await visibleText(managerPage, 'Your account is waiting for approval.').waitFor();

  const { page: adminPage } = await shop.visitor(users.admin);
  await adminPage.goto('/admin/');
  await goTo(adminPage, 'Users');
  await button(adminPage, `Approve ${account.username}`).click();
  await dialog(adminPage, `Approve ${account.username}?`).getByRole('button', { name: 'Approve' }).click();
  await visibleText(adminPage, `${account.username} is approved.`).waitFor();
  await row(adminPage, account.username).getByText('Approved', { exact: true }).waitFor();

  await signIn(managerPage, account);
  await heading(managerPage, 'Products').waitFor();
  await link(managerPage, 'New product').click();
  await managerPage.getByLabel('Name', { exact: true }).fill('Alphonso mangoes');
  await choose(managerPage, 'Section', section.name);
  await managerPage.getByLabel('Rate').fill('249.50');
  await managerPage.getByLabel('Opening stock').fill('12');
  const image = { name: 'mangoes.png', mimeType: 'image/png', buffer: await newImage() };
  await managerPage.locator('input[type=file]').setInputFiles(image);
  await button(managerPage, 'Use picture').click();
  await button(managerPage, 'Create product').click();
  await heading(managerPage, 'Alphonso mangoes').waitFor();

  const { page } = await shop.visitor(users.owner);
  await page.goto('/search?q=mangoes');
  await link(page, 'Alphonso mangoes').click();
  await heading(page, 'Alphonso mangoes').waitFor();
  await page.getByRole('img', { name: 'Alphonso mangoes' }).waitFor();
  await addToCart(page, { name: 'Alphonso mangoes' });
  await quantityStepper(page, { name: 'Alphonso mangoes' }).waitFor();
  await page.goto('/checkout');
  await fillAddress(page);
  await placeOrder(page).click();
  await heading(page, /^Thank you/).waitFor();
});

it('approves a manager’s section request with a preview of its impact, and shows the section in the shop', async () => {
  const { users } = shop.fixture;
  const name = newSectionName();
  const { page: managerPage } = await shop.visitor(users.manager);
  await managerPage.goto('/admin/section-requests');
  await button(managerPage, 'Request a change').click();
  await managerPage.getByLabel('Name of the section').fill(name);
  await managerPage.getByLabel('Reason').fill('Neighbours ask for it every day.');
  await button(managerPage, 'Send request').click();
  await visibleText(managerPage, `New section “${name}”`).waitFor();

  const { page: adminPage } = await shop.visitor(users.admin);
  await adminPage.goto('/admin/section-requests');
  await link(adminPage, `New section “${name}”`).click();
  await heading(adminPage, `New section “${name}”`).waitFor();
  const impact = adminPage.getByRole('region', { name: 'Impact of approval' });
  await impact.getByText('No such section').waitFor();
  await impact.getByText(name).waitFor();
  await button(adminPage, 'Approve').click();
  await visibleText(adminPage, 'Approved and applied.').waitFor();

  const { page } = await shop.visitor();
  await page.goto('/');
  await link(page, new RegExp(name)).click();
  await heading(page, name).waitFor();
});

it('refuses admin pages to a manager under any URL, and shows only the manager’s own menu', async () => {
  const { users } = shop.fixture;
  const { page } = await shop.visitor(users.manager);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  for (const path of ['/users', `/users/${users.owner.id}`, '/sections', '/operations/audit-log']) {
    await page.goto(`/admin${path}`);
    await heading(page, 'Access denied').waitFor();
    await visibleText(page, 'Only admins').waitFor();
  }
  expect(requested.filter((path) => ADMIN_ROUTES.test(path))).toEqual([]);

  await link(page, 'Go to Today').click();
  await heading(page, 'Today').waitFor();
  const menuLinks = page.getByRole('navigation', { name: 'Back office' }).getByRole('link');
  expect(await menuLinks.allInnerTexts()).toEqual([
    'Today',
    'Orders',
    'Invoices',
    'Products',
    'Receiving and counts',
    'Section requests',
    'Search',
    'Reports',
  ]);
});

it('notifies an admin of a pending manager on any page until the notification is opened', async () => {
  const { server, users } = shop.fixture;
  const { page } = await shop.visitor(users.admin);
  await page.goto('/admin/products');
  await heading(page, 'Products').waitFor();
  await button(page, /^Notifications/).click();
  await link(page, /wait(s)? for approval/).waitFor();
  await page.keyboard.press('Escape');
  await button(page, 'Notifications').waitFor();

  const username = newUsername('manager');
  await register(server, username, 'store_manager');
  await visibleText(page, /managers wait for approval/).waitFor();
  await button(page, 'Notifications: 1 new').click();
  await link(page, /managers wait for approval 1 new/).click();
  await heading(page, 'Users').waitFor();
  await row(page, username).waitFor();
  await button(page, 'Notifications').waitFor();
});

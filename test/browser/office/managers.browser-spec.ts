import { newPicture } from '../../factories/pictures.js';
import { newSectionName } from '../../factories/section-requests.js';
import { newUsername, PASSWORD, register } from '../../factories/users.js';
import { DESK, Shop } from '../shop/shop.js';
import { add, amountOf, button, fillAddress, heading, link, placeOrder } from '../shop/shopper.js';
import { choose, dialog, goTo, row, signIn, told } from './staff.js';

/** What the API tells admins alone. */
const FOR_ADMINS = /^\/api\/v1\/admin\/(?:users|section-requests|audit-log)/;

const shop = Shop.forThisFile(DESK);

it('a manager who waits is approved, and what he puts on the shelf is bought', async () => {
  const { server, section, people } = shop.world;
  const account = { username: newUsername('manager'), password: PASSWORD };
  await register(server, account.username, 'store_manager');
  const { page: his, guard } = await shop.visitor();
  guard.expect(403, /^\/api\/v1\/auth\/login$/);
  await his.goto('/admin/products');
  await signIn(his, account);
  await told(his, 'Your account is waiting for approval.').waitFor();

  const { page: admins } = await shop.visitor(people.admin);
  await admins.goto('/admin/');
  await goTo(admins, 'Users');
  await button(admins, `Approve ${account.username}`).click();
  await dialog(admins, `Approve ${account.username}?`).getByRole('button', { name: 'Approve' }).click();
  await told(admins, `${account.username} is approved.`).waitFor();
  await row(admins, account.username).getByText('Approved', { exact: true }).waitFor();

  await signIn(his, account);
  await heading(his, 'Products').waitFor();
  await link(his, 'New product').click();
  await his.getByLabel('Name', { exact: true }).fill('Alphonso mangoes');
  await choose(his, 'Section', section.name);
  await his.getByLabel('Rate').fill('249.50');
  await his.getByLabel('Opening stock').fill('12');
  const picture = { name: 'mangoes.png', mimeType: 'image/png', buffer: await newPicture() };
  await his.locator('input[type=file]').setInputFiles(picture);
  await button(his, 'Use picture').click();
  await button(his, 'Create product').click();
  await heading(his, 'Alphonso mangoes').waitFor();

  const { page } = await shop.visitor(people.owner);
  await page.goto('/search?q=mangoes');
  await link(page, 'Alphonso mangoes').click();
  await heading(page, 'Alphonso mangoes').waitFor();
  await page.getByRole('img', { name: 'Alphonso mangoes' }).waitFor();
  await add(page, { name: 'Alphonso mangoes' });
  await amountOf(page, { name: 'Alphonso mangoes' }).waitFor();
  await page.goto('/checkout');
  await fillAddress(page);
  await placeOrder(page).click();
  await heading(page, /^Thank you/).waitFor();
});

it('a section that a manager asks for is approved, with what that changes in sight, and stands in the shop', async () => {
  const { people } = shop.world;
  const name = newSectionName();
  const { page: his } = await shop.visitor(people.manager);
  await his.goto('/section-requests');
  await his.getByLabel('Name of the section').fill(name);
  await his.getByLabel('Why?').fill('Neighbours ask for it every day.');
  await button(his, 'Send the request').click();
  await told(his, 'Your request is with us.').waitFor();

  const { page: admins } = await shop.visitor(people.admin);
  await admins.goto('/admin/section-requests');
  await link(admins, `New section “${name}”`).click();
  await heading(admins, `New section “${name}”`).waitFor();
  const impact = admins.getByRole('region', { name: 'What approving changes' });
  await impact.getByText('No such section').waitFor();
  await impact.getByText(name).waitFor();
  await button(admins, 'Approve').click();
  await told(admins, 'Approved, and done.').waitFor();

  const { page } = await shop.visitor();
  await page.goto('/');
  await link(page, new RegExp(name)).click();
  await heading(page, name).waitFor();
});

it('what is for admins is refused to a manager, whatever address is typed, and his menu is his own', async () => {
  const { people } = shop.world;
  const { page } = await shop.visitor(people.manager);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/users', `/users/${people.owner.id}`, '/section-requests', '/operations/audit-log']) {
    await page.goto(`/admin${path}`);
    await heading(page, 'Not for your role').waitFor();
    await told(page, 'Only admins').waitFor();
  }
  expect(asked.filter((path) => FOR_ADMINS.test(path))).toEqual([]);

  await link(page, 'To today').click();
  await heading(page, 'Today').waitFor();
  const places = page.getByRole('navigation', { name: 'Back office' }).getByRole('link');
  expect(await places.allInnerTexts()).toEqual(['Today', 'Orders', 'Products', 'Reports']);
});

it('an admin is told of a manager who waits, wherever in the office, until it was looked at', async () => {
  const { server, people } = shop.world;
  const { page } = await shop.visitor(people.admin);
  await page.goto('/admin/products');
  await heading(page, 'Products').waitFor();
  await button(page, /^Notifications/).click();
  await link(page, /wait(s)? for approval/).waitFor();
  await page.keyboard.press('Escape');
  await button(page, 'Notifications').waitFor();

  const username = newUsername('manager');
  await register(server, username, 'store_manager');
  await told(page, /managers wait for approval/).waitFor();
  await button(page, 'Notifications: 1 new').click();
  await link(page, /managers wait for approval 1 new/).click();
  await heading(page, 'Users').waitFor();
  await row(page, username).waitFor();
  await button(page, 'Notifications').waitFor();
});

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { newProduct } from '../../factories/catalog.js';
import { newOrder } from '../../factories/orders.js';
import { newSectionName, newSectionRequest, reject } from '../../factories/section-requests.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { dialog, row, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

it('takes a manager from a telephone number as people say it to the customer’s card, where a note is written', async () => {
  const { server, product, users } = shop.fixture;
  const shopper = await newShopper(server);
  const { number } = await newOrder(server, shopper, { [product.id]: 1 });
  const { page } = await shop.visitor(users.manager);
  await page.goto('/admin/');
  await heading(page, 'Today').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search orders, customers/ }).fill('098450 12345');
  const option = page.getByRole('option', { name: /98450 12345/ });
  await option.first().waitFor();
  await page.getByRole('option', { name: new RegExp(number) }).click();
  await link(page, shopper.username).click();
  await heading(page, shopper.username).waitFor();
  await row(page, number).getByText('Placed', { exact: true }).filter({ visible: true }).waitFor();
  await visibleText(page, '14, 3rd Cross, Malleshwaram').waitFor();

  await page.getByLabel('New note').fill('Rings twice: the bell is broken.');
  await button(page, 'Add note').click();
  await visibleText(page, 'The note is added.').waitFor();
  await visibleText(page, 'Rings twice: the bell is broken.').waitFor();
  await page.reload();
  await button(page, /^Remove the note of/).click();
  await dialog(page, 'Remove this note?').getByRole('button', { name: 'Remove' }).click();
  await visibleText(page, 'No notes yet.').waitFor();
  expect(await page.getByText('@').count()).toBe(0);
});

it('asks before a half-written note is lost, and finds no card of a member of staff', async () => {
  const { users } = shop.fixture;
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/customers/${users.owner.id}`);
  await page.getByLabel('New note').fill('Half');
  await link(page, 'Orders').first().click();
  await dialog(page, 'Leave without saving?').waitFor();

  const { page: other, guard: otherGuard } = await shop.visitor(users.manager);
  otherGuard.expect(404, /^\/api\/v1\/admin\/customers\//);
  await other.goto(`/admin/customers/${users.admin.id}`);
  await visibleText(other, 'Customer not found').waitFor();
});

it('exports the orders and order lines that the table shows, and the users, as files', async () => {
  const { server, product, users } = shop.fixture;
  const shopper = await newShopper(server);
  const { number } = await newOrder(server, shopper, { [product.id]: 1 });
  await newOrder(server, await newShopper(server), { [product.id]: 1 });
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/orders?q=${shopper.username}`);
  await row(page, number).waitFor();
  const fileOf = async (start: () => Promise<void>): Promise<string> => {
    const download = page.waitForEvent('download');
    await start();
    return readFile(await (await download).path(), 'utf8');
  };
  for (const [kind, cell] of [
    ['Orders', 'Malleshwaram'],
    ['Order lines', product.name],
  ] as const) {
    const text = await fileOf(async () => {
      await button(page, 'Export').click();
      await page.getByText(kind, { exact: true }).last().click();
    });
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain(number);
    expect(text).toContain(cell);
  }

  const { page: adminPage } = await shop.visitor(users.admin);
  await adminPage.goto(`/admin/users?q=${shopper.username}`);
  await row(adminPage, shopper.username).waitFor();
  const download = adminPage.waitForEvent('download');
  await button(adminPage, 'Export').click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain(shopper.username);
});

it('opens a manager’s own section request with its decision, and no other', async () => {
  const { server, users } = shop.fixture;
  const name = newSectionName();
  const own = await newSectionRequest(server, users.manager, { requestType: 'create', sectionName: name });
  await reject(server, users.admin, own);
  const other = await newSectionRequest(server, users.owner, {
    requestType: 'create',
    sectionName: newSectionName(),
  });
  const { page, guard } = await shop.visitor(users.manager);
  await page.goto('/admin/section-requests');
  await link(page, `New section “${name}”`).click();
  await heading(page, `New section “${name}”`).waitFor();
  await page.getByRole('region', { name: 'History' }).getByText(users.admin.username).waitFor();
  guard.expect(404, /^\/api\/v1\/section-requests\//);
  await page.goto(`/admin/section-requests/${other.id}`);
  await visibleText(page, 'Your own requests are in the list.').waitFor();
});

it('writes the audit log in words, and finds an entry by the thing and by the person', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, {
    sectionId: section.id,
    name: `Tomatoes ${randomUUID().slice(0, 8)}`,
    quantityAvailable: 24,
  });
  bodyOf(
    await server.client
      .as(users.manager)
      .post(`/admin/products/${product.id}/stock-movements`, { reason: 'delivery', delta: 8 }),
    201,
  );
  const { page } = await shop.visitor(users.admin);
  await page.goto(`/admin/operations/audit-log?q=${encodeURIComponent(product.name)}`);
  const entry = row(page, 'Stock movement recorded');
  await entry.getByRole('link', { name: product.name }).waitFor();
  const text = (await entry.innerText()).replace(/\s+/g, ' ');
  expect(text).toContain('stock 24 32 pieces');
  expect(text).toContain('change +8 pieces');
  expect(text).toContain('reason Delivery');
  await page.goto(`/admin/operations/audit-log?q=${users.manager.username}&what=catalog.stock-moved`);
  await entry.first().waitFor();
  expect(await row(page, 'Product created').count()).toBe(0);
});

import { DESK, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { row, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

it('takes an admin from a file of past orders through the check to the order of a customer, who finds it and buys it again', async () => {
  const { users, server, product } = shop.fixture;
  const { page } = await shop.visitor(users.admin);
  await page.goto('/admin/orders');
  await link(page, 'Imports').click();
  await heading(page, 'Imports of orders').waitFor();
  await link(page, 'Import past orders').first().click();
  const file = [
    'Bestellnummer;Datum;Benutzername;Artikel;Menge;Einzelpreis',
    `R-77;1.3.2024 18:05;${users.owner.username};${product.name};2;12,50`,
  ].join('\n');
  const upload = { name: 'bestellungen.csv', mimeType: 'text/csv', buffer: Buffer.from(file) };
  await page.locator('input[type=file]').setInputFiles(upload);
  await button(page, 'Check the file').click();
  await visibleText(page, 'Checked: no errors').waitFor();
  await row(page, 'R-77').getByText('₹25.00').waitFor();
  expect(await server.rows(`SELECT id FROM orders WHERE reference = 'R-77'`)).toEqual([]);
  await button(page, 'Apply all rows').click();
  await visibleText(page, /^Applied$/).waitFor();

  const [order] = await server.rows<{ id: string }>(`SELECT id FROM orders WHERE reference = 'R-77'`);
  await page.goto(`/admin/orders/${order?.id ?? ''}`);
  await visibleText(page, 'Order R-77 of your earlier system').waitFor();
  expect(await button(page, 'Confirmation').count()).toBe(0);

  const customer = await shop.visitor(users.owner);
  await customer.page.goto(`/orders/${order?.id ?? ''}`);
  await visibleText(customer.page, 'You know it as R-77').waitFor();
  await button(customer.page, 'Order again').click();
  await visibleText(customer.page, '1 product is in your cart.').waitFor();
});

it('does not offer a manager to import orders', async () => {
  const { page } = await shop.visitor(shop.fixture.users.manager);
  await page.goto('/admin/orders');
  await link(page, 'New order').waitFor();
  expect(await link(page, 'Imports').count()).toBe(0);
  await page.goto('/admin/orders/imports');
  await heading(page, 'Access denied').waitFor();
});

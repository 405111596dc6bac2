import { DESK, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { dialog, row, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

it('takes an admin from a file of customers through the check to the invitation of all of them, and of one again', async () => {
  const { users, server } = shop.fixture;
  const { page } = await shop.visitor(users.admin);
  await page.goto('/admin/users');
  await link(page, 'Import customers').click();
  await heading(page, 'Imports of customers').waitFor();
  await link(page, 'Import customers').first().click();
  const file = [
    'Kunde,E-Mail,Telefon,PLZ',
    'Lata Kulkarni,lata@example.com,98450 55555,560004',
    'Omar Shaikh,omar@example.com,,',
  ].join('\n');
  const upload = { name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from(file) };
  await page.locator('input[type=file]').setInputFiles(upload);
  await button(page, 'Check the file').click();
  await visibleText(page, 'Checked: no errors').waitFor();
  await row(page, 'lata@example.com').getByText('560004, 98450 55555').waitFor();
  expect(await server.rows(`SELECT id FROM users WHERE email = 'lata@example.com'`)).toEqual([]);
  await button(page, 'Apply all rows').click();
  await visibleText(page, /^Applied$/).waitFor();
  expect(await server.rows(`SELECT id FROM mails WHERE address = 'lata@example.com'`)).toEqual([]);

  await button(page, 'Invite 2 customers').click();
  await dialog(page, 'Invite 2 customers now?').getByRole('button', { name: 'Invite 2 customers' }).click();
  await page
    .locator('dl')
    .getByText('Invited', { exact: true })
    .locator('xpath=following-sibling::dd[.="2"]')
    .waitFor();
  await button(page, 'Invite 2 customers').waitFor({ state: 'detached' });

  const [lata] = await server.rows<{ id: string }>(`SELECT id FROM users WHERE email = 'lata@example.com'`);
  await server.rows('UPDATE invitations SET invited_at = 1 WHERE user_id = ?', [lata?.id]);
  await page.goto(`/admin/customers/${lata?.id ?? ''}`);
  await visibleText(page, 'This customer was imported and has no password yet.').waitFor();
  await button(page, 'Invite again').click();
  await visibleText(page, /Can be invited again/).waitFor();
  await button(page, 'Invite again').waitFor({ state: 'detached' });
});

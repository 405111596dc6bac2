import { readFile } from 'node:fs/promises';
import { newProduct } from '../../factories/catalog.js';
import { newOrder, sendOut, type TestDocument, type TestOrder } from '../../factories/orders.js';
import { currentSettings, setTax } from '../../factories/settings.js';
import { linesOf, readPdf } from '../../support/clients/pdf.js';
import { DESK, PHONE, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { dialog, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

/** Places an order of two things, each at ₹59. */
async function newBasket(): Promise<TestOrder> {
  const { server, users, section } = shop.fixture;
  const options = { sectionId: section.id, ratePerUnit: 5_900 };
  const tea = await newProduct(server, users.manager, options);
  const soap = await newProduct(server, users.manager, options);
  return newOrder(server, users.owner, { [tea.id]: 1, [soap.id]: 1 });
}

async function newDocument(): Promise<{ order: TestOrder; document: TestDocument }> {
  const { server, users } = shop.fixture;
  const order = await newBasket();
  return { order, document: await sendOut(server, users.manager, order.id) };
}

it('credits a part of a bill by keyboard, and the customer finds the credit note', async () => {
  const { users } = shop.fixture;
  const { order, document } = await newDocument();
  const { page } = await shop.visitor(users.admin);
  await page.goto(`/admin/orders/${order.id}`);
  await link(page, document.number).focus();
  await page.keyboard.press('Enter');
  await heading(page, `Bill ${document.number}`).waitFor();
  await button(page, 'Credit …').focus();
  await page.keyboard.press('Enter');
  const credit = dialog(page, `Credit ${document.number}`);
  const amount = credit.getByLabel(`Credit for ${order.items[0]!.productName}`);
  await amount.focus();
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await credit.getByText('More than is left of the line.').waitFor();
  await amount.fill('20.50');
  await credit.getByLabel('Reason').focus();
  await page.keyboard.type('A pack was damaged.');
  await credit.getByText('₹20.50').waitFor();
  await page.keyboard.press('Enter');
  await visibleText(page, /^Credit note CN\/.* is issued/).waitFor();
  await page.getByRole('row', { name: /₹59 ₹38.50/ }).waitFor();

  const customer = await shop.visitor(users.owner, PHONE);
  await customer.page.goto(`/orders/${order.id}`);
  await visibleText(customer.page, '-₹20.50').waitFor();
  const download = customer.page.waitForEvent('download');
  await button(customer.page, /^PDF CN/).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^CN-.+[.]pdf$/);
  const lines = linesOf(readPdf(await readFile(await file.path())));
  expect(lines).toEqual(expect.arrayContaining(['Credit note', document.number, '₹20.50']));
  expect(lines).toContain('Reason: A pack was damaged.');
});

it('finds a document by its number on a phone, and downloads it', async () => {
  const { users } = shop.fixture;
  const { order, document } = await newDocument();
  const { document: other } = await newDocument();
  const { page } = await shop.visitor(users.manager, PHONE);
  await page.goto('/admin/documents');
  await link(page, other.number).waitFor();
  await page.getByRole('searchbox', { name: 'Number, order or customer' }).fill(document.number);
  await link(page, other.number).waitFor({ state: 'hidden' });
  await link(page, order.number).waitFor();
  const download = page.waitForEvent('download');
  await button(page, `PDF ${document.number}`).click();
  expect((await download).suggestedFilename()).toBe(`${document.number.replaceAll('/', '-')}.pdf`);
  await link(page, document.number).click();
  await heading(page, `Bill ${document.number}`).waitFor();
  // Only an admin credits.
  expect(await button(page, 'Credit …').count()).toBe(0);
});

it('says why an order cannot go out, and what to do', async () => {
  const { server, users } = shop.fixture;
  await setTax(server, users.admin, { scheme: 'regular' });
  const order = await newBasket();
  const { page, guard } = await shop.visitor(users.admin);
  guard.expect(422, /\/transitions$/);
  await page.goto(`/admin/orders/${order.id}`);
  for (const [step, status] of [
    ['Mark as packed', 'Packed'],
    ['Send out', undefined],
  ] as const) {
    await button(page, step).click();
    const confirm = page.getByRole('dialog');
    await confirm.getByRole('button', { name: step }).click();
    if (status !== undefined) await visibleText(page, new RegExp(`is now: ${status}`)).waitFor();
  }
  await page
    .getByText(/invoices must state your tax number/)
    .first()
    .waitFor();
  await setTax(server, users.admin, { scheme: 'unregistered' });
});

it('changes the prefixes, and names those that are equal', async () => {
  const { server, users } = shop.fixture;
  const { page, guard } = await shop.visitor(users.admin, PHONE);
  guard.expect(422, /\/settings\/documents$/);
  await page.goto('/admin/settings');
  const bills = page.getByLabel('Bills', { exact: true });
  await bills.fill('cn');
  await bills.press('Enter');
  await page.getByText('Another kind has this prefix.').first().waitFor();
  await bills.fill('b');
  await bills.press('Enter');
  await visibleText(page, 'Saved. It applies from now on.').waitFor();
  const { documents } = await currentSettings(server, users.admin);
  expect(documents.value.prefixes.bill).toBe('B');
});

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newBilledOrder, newCredit, type TestDocumentView } from '../factories/documents.js';
import { ADDRESS, newOrder, type TestOrder } from '../factories/orders.js';
import { BUSINESS, setLegal, setPricing, setTax } from '../factories/settings.js';
import { newTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { downloadPdf, fiscalYear } from '../support/actions/documents.js';
import type { Problem } from '../support/clients/client.js';
import { waitUntil } from '../support/servers/processes.js';
import { startServer, type Server } from '../support/servers/server.js';

const YEAR = fiscalYear();

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let rice: TestProduct;
let soap: TestProduct;
let order: TestOrder;
let document: TestDocumentView;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  const { id: sectionId } = await newSection(server, admin);
  const exempt = await newTaxClass(server, admin, { exempt: true, rates: [] });
  const eighteen = await newTaxClass(server, admin);
  const values = { sectionId, ratePerUnit: 11_800 };
  rice = await newProduct(server, manager, { ...values, name: 'Rice', taxClassId: exempt.id, hsn: '1006' });
  soap = await newProduct(server, manager, { ...values, name: 'Soap', taxClassId: eighteen.id, hsn: '3401' });
  await setLegal(server, admin);
  await setTax(server, admin);
  // A tenth of the goods, half of it for rice and half for soap.
  await setPricing(server, admin, { deliveryFee: 2_360 });
  const users = { shopper, staff: manager };
  ({ order, document } = await newBilledOrder(server, users, { [rice.id]: 1, [soap.id]: 1 }));
});

const pathOf = (orderId: string, documentId: string): string =>
  `/orders/${orderId}/documents/${documentId}/file`;

/** Returns the lines that follow one, without blank cells. */
const after = (lines: readonly string[], line: string, count: number): readonly string[] =>
  lines
    .slice(lines.indexOf(line) + 1)
    .filter((text) => text !== '')
    .slice(0, count);

it('states seller and customer', async () => {
  const { lines, pdf, filename } = await downloadPdf(server, shopper, pathOf(order.id, document.id));
  const { name, line1 } = ADDRESS;
  // The long title leaves the name two lines.
  expect(lines.slice(0, 3)).toEqual(['Green Basket', 'Retail', 'Invoice-cum-bill of supply']);
  expect(after(lines, 'Invoice-cum-bill of supply', 4)).toEqual([
    ...['12, Market Road', 'Bengaluru 560003'],
    ...['GSTIN 29AAGCB7383J1Z4', 'FSSAI licence 10012011000123'],
  ]);
  expect(after(lines, 'Billed to', 3)).toEqual([name, line1, 'Bengaluru 560003']);
  expect(lines).toEqual(
    expect.arrayContaining(['Number', `ICB/${YEAR}/000001`, 'Order number', order.number]),
  );
  expect(pdf.info).toMatchObject({ Title: `Invoice-cum-bill of supply ICB/${YEAR}/000001` });
  expect([filename, pdf.boxes]).toEqual([`ICB-${YEAR}-000001.pdf`, 0]);
});

it('states goods and charges, each with its rate, and what the total contains', async () => {
  const { lines } = await downloadPdf(server, shopper, pathOf(order.id, document.id));
  expect(after(lines, rice.name, 4)).toEqual(['1006', '1 piece', '₹118.00 / piece', '₹118.00']);
  expect(after(lines, soap.name, 5)).toEqual(['3401', '1 piece', '₹118.00 / piece', '18 %', '₹118.00']);
  expect(after(lines, 'Delivery', 4)).toEqual(['₹11.80', 'Delivery', '18 %', '₹11.80']);
  expect(after(lines, 'Total of 4 lines', 1)).toEqual(['₹259.60']);
  // Of ₹118.00 and ₹11.80: ₹100.00 + ₹9.00 + ₹9.00, and ₹10.00 + ₹0.90 + ₹0.90.
  expect(after(lines, 'Tax that the amounts include', 8)).toEqual([
    ...['Tax', 'Taxable', 'CGST', 'SGST'],
    ...['18 %', '₹110.00', '₹9.90', '₹9.90'],
  ]);
});

it('gives staff the same bytes, also if the file is lost after the business has moved', async () => {
  const path = pathOf(order.id, document.id);
  const { bytes } = await downloadPdf(server, shopper, path);
  await setLegal(server, admin, { ...BUSINESS, name: 'Blue Basket', licence: '' });
  await rm(join(server.dataDir, 'invoices', `${document.id}.pdf`));
  for (const [by, url] of [
    [manager, `/admin${path}`],
    [admin, `/admin/orders/${order.id}/invoice`],
  ] as const)
    expect((await downloadPdf(server, by, url)).bytes.equals(bytes)).toBe(true);
  await setLegal(server, admin);
});

it('prints a credit note with what it credits, the reason, and the tax that it takes back', async () => {
  const lineId = document.lines.find(({ name }) => name === soap.name)?.id ?? '';
  const note = await newCredit(server, admin, { documentId: document.id, lineId, amount: 5_900 });
  const { lines, filename } = await downloadPdf(server, shopper, pathOf(order.id, note.id));
  expect(filename).toBe(`CN-${YEAR}-000001.pdf`);
  expect(lines).toEqual(
    expect.arrayContaining(['Credit note', note.number, 'Credits', document.number, 'Asha Rao']),
  );
  expect(after(lines, soap.name, 3)).toEqual(['3401', '18 %', '₹59.00']);
  expect(after(lines, 'Credit of 1 line', 1)).toEqual(['₹59.00']);
  expect(lines).toEqual(expect.arrayContaining(['₹50.00', '₹4.50', 'Reason: One half was broken.']));
  // The newest paper of the order is its document still.
  const newest = await downloadPdf(server, shopper, `/orders/${order.id}/invoice`);
  expect(newest.filename).toBe(`ICB-${YEAR}-000001.pdf`);
});

it('is found by its shopper and by staff alone, among the documents of its order', async () => {
  const stranger = await newShopper(server);
  const other = await newOrder(server, shopper, { [rice.id]: 1 });
  const path = pathOf(order.id, document.id);
  for (const [by, url, code] of [
    [stranger, path, 'orders.not-found'],
    [shopper, pathOf('nothing', document.id), 'orders.not-found'],
    [shopper, pathOf(other.id, document.id), 'documents.not-found'],
    [shopper, pathOf(order.id, other.id), 'documents.not-found'],
    [shopper, pathOf(order.id, 'nothing'), 'documents.not-found'],
    [manager, `/admin${pathOf(other.id, document.id)}`, 'documents.not-found'],
    [manager, '/admin/documents/nothing', 'documents.not-found'],
    [manager, `/admin/documents/${order.id}`, 'documents.not-found'],
  ] as const) {
    const { status, body } = await server.client.as(by).get<Problem>(url);
    expect([url, status, body.code]).toEqual([url, 404, code]);
  }
});

it('is unavailable with Retry-After while the data folder cannot store it', async () => {
  // Mails need the file, too.
  const open = 'SELECT id FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL';
  await waitUntil(async () => (await server.rows(open)).length === 0);
  const file = join(server.dataDir, 'invoices', `${document.id}.pdf`);
  await rm(file);
  await mkdir(join(file, 'in the way'), { recursive: true });
  const path = pathOf(order.id, document.id);
  const response = await server.client.as(shopper).get<Problem>(path);
  expect([response.status, response.body.code]).toEqual([503, 'documents.file-unavailable']);
  expect(response.headers.get('retry-after')).toBe('30');
  await rm(file, { recursive: true });
  expect((await downloadPdf(server, shopper, path)).lines).toContain(document.number);
});

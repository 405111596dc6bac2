import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { documentOf, type TestDocumentView } from '../factories/documents.js';
import { newOrder, sendOut, type TestDocument, type TestOrder } from '../factories/orders.js';
import { BUSINESS, currentSettings, setLegal, setTax } from '../factories/settings.js';
import { newTaxClass, type TestTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { downloadPdf, fiscalYear, undoDeparture } from '../support/actions/documents.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

const YEAR = fiscalYear();

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let exempt: TestTaxClass;
let eighteen: TestTaxClass;
let rice: TestProduct;
let soap: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  exempt = await newTaxClass(server, admin, { exempt: true, rates: [] });
  eighteen = await newTaxClass(server, admin);
  const { id: sectionId } = await newSection(server, admin);
  // Short names fit in one line of a PDF.
  const product = (name: string, taxClassId: string): Promise<TestProduct> =>
    newProduct(server, manager, { sectionId, name, ratePerUnit: 11_800, taxClassId });
  rice = await product('Rice', exempt.id);
  soap = await product('Soap', eighteen.id);
});

const order = (...products: readonly TestProduct[]): Promise<TestOrder> =>
  newOrder(server, shopper, Object.fromEntries(products.map(({ id }) => [id, 1])));
const step = (id: string, to: string): Promise<ApiResponse<Problem>> =>
  server.client.as(manager).post<Problem>(`/admin/orders/${id}/transitions`, { to });
const seen = async (id: string): Promise<TestDocument[]> =>
  bodyOf(await server.client.as(shopper).get<{ documents: TestDocument[] }>(`/orders/${id}`), 200).documents;
const sent = async (...products: readonly TestProduct[]): Promise<TestDocumentView> => {
  const { id } = await sendOut(server, manager, (await order(...products)).id);
  return documentOf(server, manager, id);
};

const pdfOf = async (path: string, user: TestUser = shopper): Promise<readonly string[]> =>
  (await downloadPdf(server, user, path)).lines;

async function register(scheme: 'regular' | 'composition'): Promise<void> {
  await setLegal(server, admin);
  await setTax(server, admin, { scheme });
}

it('issues a bill when the goods leave a store that is not registered, and a confirmation before', async () => {
  const { id, number } = await order(rice);
  bodyOf(await step(id, 'packed'), 200);
  expect(await seen(id)).toEqual([]);
  expect(await pdfOf(`/orders/${id}/invoice`)).toEqual(
    expect.arrayContaining(['Order confirmation', number]),
  );
  bodyOf(await step(id, 'out_for_delivery'), 200);
  const [document] = await seen(id);
  expect(document).toMatchObject({ kind: 'bill', total: 11_800, creditsId: null });
  expect(document?.number).toBe(`BIL/${YEAR}/000001`);
  const { documents } = bodyOf(
    await server.client.as(manager).get<{ documents: object[] }>(`/admin/orders/${id}`),
    200,
  );
  expect(documents).toEqual([document]);
  const path = `/orders/${id}/documents/${document?.id ?? ''}/file`;
  const lines = await pdfOf(path);
  expect(lines).toEqual(expect.arrayContaining(['Bill', document?.number, rice.name, '₹118.00', 'Asha Rao']));
  expect(await pdfOf(`/orders/${id}/invoice`)).toEqual(lines);
  expect(await pdfOf(`/admin${path}`, manager)).toEqual(lines);
  const stranger = await newShopper(server);
  for (const other of [path, `/orders/${(await order(rice)).id}/documents/${document?.id ?? ''}/file`])
    expect((await server.client.as(other === path ? stranger : shopper).get(other)).status).toBe(404);
});

it('keeps a registered store without a tax number from sending goods out', async () => {
  await setTax(server, admin, { scheme: 'regular' });
  const { id } = await order(rice);
  bodyOf(await step(id, 'packed'), 200);
  expect(await step(id, 'out_for_delivery')).toMatchObject({
    status: 422,
    body: {
      code: 'documents.legal-missing',
      fields: ['legal.name', 'legal.address.line1', 'legal.address.city', 'legal.taxNumber'],
    },
  });
  await setLegal(server, admin, { ...BUSINESS, taxNumber: '' });
  expect((await step(id, 'out_for_delivery')).body).toMatchObject({ fields: ['legal.taxNumber'] });
  const together = await server.client
    .as(manager)
    .post<{ items: object[] }>('/admin/orders/transitions', { orderIds: [id], to: 'out_for_delivery' });
  expect(bodyOf(together, 200).items).toMatchObject([
    { order: null, problem: { code: 'documents.legal-missing' } },
  ]);
  const view = await server.client.as(shopper).get<{ status: string; documents: object[] }>(`/orders/${id}`);
  expect(view.body).toMatchObject({ status: 'packed', documents: [] });
});

it('issues the kind that the goods need, with the taxes of each line', async () => {
  await register('regular');
  // The first number of each series: a refused step takes none.
  expect(await sent(rice)).toMatchObject({
    ...{ kind: 'bill_of_supply', number: `BOS/${YEAR}/000001` },
    lines: [{ taxes: [], taxable: 11_800 }],
  });
  expect(await sent(rice, soap)).toMatchObject({
    ...{ kind: 'invoice_cum_bill', number: `ICB/${YEAR}/000001`, total: 23_600 },
  });
  const invoice = await sent(soap);
  const part = { percent: 9, taxable: 10_000, amount: 900 };
  expect(invoice).toMatchObject({
    ...{ kind: 'tax_invoice', number: `INV/${YEAR}/000001` },
    lines: [
      {
        net: 11_800,
        taxable: 10_000,
        taxes: [
          { component: 'cgst', ...part },
          { component: 'sgst', ...part },
        ],
      },
    ],
  });
  await setTax(server, admin, { scheme: 'composition' });
  const composed = await order(soap);
  const { id, kind } = await sendOut(server, manager, composed.id);
  expect(kind).toBe('bill_of_supply');
  expect(await pdfOf(`/orders/${composed.id}/documents/${id}/file`)).toContain(
    'Composition taxable person, not eligible to collect tax on supplies.',
  );
});

it('takes the whole document back when the step is undone, and issues the next one', async () => {
  await register('regular');
  const { id } = await order(soap);
  const first = await sendOut(server, manager, id);
  expect((await undoDeparture(server, manager, id)).problem).toBeNull();
  expect(await pdfOf(`/orders/${id}/invoice`)).toContain('Order confirmation');
  expect((await undoDeparture(server, manager, id)).problem?.code).toBe('orders.undo-not-possible');
  bodyOf(await step(id, 'out_for_delivery'), 200);
  const [, credit, second, ...none] = await seen(id);
  expect(none).toEqual([]);
  expect(credit).toMatchObject({ kind: 'credit_note', total: 11_800, creditsId: first.id });
  expect(credit?.number).toBe(`CN/${YEAR}/000001`);
  expect(second?.kind).toBe('tax_invoice');
  expect(await pdfOf(`/orders/${id}/invoice`)).toContain(second?.number);
  expect(Number(second?.number.split('/')[2])).toBe(Number(first.number.split('/')[2]) + 1);
  expect(await documentOf(server, manager, first.id)).toMatchObject({ isReversed: true, credited: 11_800 });
});

it('keeps the rates that documents state', async () => {
  await register('regular');
  await sent(soap);
  const path = `/admin/tax-classes/${eighteen.id}`;
  const past = { version: 1, rates: [{ validFrom: '2020-01-01', percent: 5 }] };
  const refused = await server.client.as(admin).put<Problem>(`${path}/rates`, past);
  expect(refused).toMatchObject({ status: 422, body: { code: 'tax.rate-in-use' } });
  const rates = [
    { validFrom: '2020-01-01', percent: 18 },
    { validFrom: '2099-04-01', percent: 5 },
  ];
  bodyOf(await server.client.as(admin).put(`${path}/rates`, { version: 1, rates }), 200);
});

it('refuses prefixes that are equal, and a day that no year has', async () => {
  const { documents } = await currentSettings(server, admin);
  const put = (value: object): Promise<ApiResponse<Problem>> =>
    server.client.as(admin).put('/admin/settings/documents', { version: documents.version, value });
  const prefixes = { ...documents.value.prefixes, bill: 'INV' };
  const refused = await put({ ...documents.value, prefixes });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    errors: ['taxInvoice', 'bill'].map((field) => ({
      ...{ field: `value.prefixes.${field}`, code: 'settings.contradiction' },
    })),
  });
  expect((await put({ ...documents.value, fiscalYearStart: '02-29' })).status).toBe(400);
  expect((await put({ ...documents.value, prefixes: { ...prefixes, bill: 'i1' } })).status).toBe(400);
});

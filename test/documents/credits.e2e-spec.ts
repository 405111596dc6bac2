import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import {
  documentOf,
  newBilledOrder,
  type TestDocumentLine,
  type TestDocumentView,
} from '../factories/documents.js';
import { setLegal, setPricing, setTax } from '../factories/settings.js';
import { newTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { undoDeparture } from '../support/actions/documents.js';
import { mailsTo } from '../support/actions/mails.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Client, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId, ratePerUnit: 11_800 });
});

const billed = async (): Promise<TestDocumentView> =>
  (await newBilledOrder(server, { shopper, staff: manager }, { [product.id]: 1 })).document;

function credit<Body = TestDocumentView>(
  { id, lines }: TestDocumentView,
  amount: number,
  {
    by = admin,
    key = randomUUID(),
    lineId = lines[0]!.id,
  }: { by?: TestUser; key?: string; lineId?: string } = {},
): Promise<ApiResponse<Body>> {
  const body = { lines: [{ lineId, amount }], reason: 'Two were damaged.' };
  return postCredit<Body>(server.client.as(by), id, body, key);
}

function postCredit<Body = TestDocumentView>(
  client: Client,
  documentId: string,
  body: { lines: readonly { lineId: string; amount: number }[]; reason: string },
  key: string = randomUUID(),
): Promise<ApiResponse<Body>> {
  return client.post<Body>(`/admin/documents/${documentId}/credits`, body, { 'idempotency-key': key });
}

it('credits a line in parts up to the whole', async () => {
  const document = await billed();
  const first = bodyOf(await credit(document, 4_000), 201);
  expect(first).toMatchObject({ kind: 'credit_note', total: 4_000, creditsNumber: document.number });
  expect(first.number).toMatch(/^CN\//);
  expect(await credit<Problem>(document, 7_801)).toMatchObject({
    status: 422,
    body: { code: 'documents.nothing-left', rests: [{ lineId: document.lines[0]!.id, rest: 7_800 }] },
  });
  bodyOf(await credit(document, 7_760), 201);
  expect((await credit<Problem>(document, 39)).body.code).toBe('documents.credit-too-small');
  // Less than a rupee, and all that is left.
  bodyOf(await credit(document, 40), 201);
  expect((await credit<Problem>(document, 1)).body.code).toBe('documents.nothing-left');
  expect(await documentOf(server, manager, document.id)).toMatchObject({
    credited: 11_800,
    lines: [{ rest: 0 }],
  });
});

it('refuses credits of credit notes and of other lines, and credits by managers', async () => {
  const document = await billed();
  const note = bodyOf(await credit(document, 1_000), 201);
  expect((await credit<Problem>(note, 500)).body.code).toBe('documents.not-a-sale');
  const lineId = (await billed()).lines[0]!.id;
  expect((await credit<Problem>(document, 500, { lineId })).body.code).toBe('documents.line-not-found');
  expect((await credit<Problem>(document, 500, { by: manager })).status).toBe(403);
  expect((await credit<Problem>({ ...document, id: 'nothing' }, 500)).status).toBe(404);
});

it('issues one credit note for two requests with one key, and for two at once that want the same', async () => {
  const document = await billed();
  const key = `credit-${document.id}`;
  const numbers = [await credit(document, 1_000, { key }), await credit(document, 1_000, { key })];
  expect(new Set(numbers.map((response) => bodyOf(response, 201).number)).size).toBe(1);
  const both = await Promise.all([credit(document, 10_800), credit(document, 10_800)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(await documentOf(server, manager, document.id)).toMatchObject({ credited: 11_800 });
});

it('finds documents by their number, their order and their customer, of a kind and a time', async () => {
  const document = await billed();
  const note = bodyOf(await credit(document, 1_000), 201);
  const found = async (query: Record<string, string>): Promise<string[]> => {
    const table = server.client.as(manager).get<{ items: TestDocumentView[] }>('/admin/documents', query);
    return bodyOf(await table, 200).items.map(({ number }) => number);
  };
  expect(await found({ q: document.number.toLowerCase() })).toEqual([document.number]);
  expect(await found({ q: document.orderNumber })).toEqual([note.number, document.number]);
  expect(await found({ q: shopper.username, kind: 'credit_note' })).toContain(note.number);
  expect(await found({ q: shopper.username, kind: 'tax_invoice' })).toEqual([]);
  expect(await found({ q: shopper.username.slice(3).toUpperCase(), kind: 'bill' })).toContain(
    document.number,
  );
  const seq = Number(document.number.split('/')[2]);
  expect(await found({ q: String(seq), kind: 'bill' })).toContain(document.number);
  expect(await found({ q: String(seq + 100_000), kind: 'bill' })).toEqual([]);
  expect(await found({ q: 'no-such-customer' })).toEqual([]);
  expect(await found({ q: document.number, to: document.issuedAt })).toEqual([]);
  expect(await found({ q: document.number, from: document.issuedAt })).toEqual([document.number]);
});

it('mails each credit note to the customer, and leaves an entry in the audit log', async () => {
  const customer = await newShopper(server);
  const users = { shopper: customer, staff: manager };
  const { order, document } = await newBilledOrder(server, users, { [product.id]: 1 });
  const lines = [{ lineId: document.lines[0]!.id, amount: 1_234 }];
  const entries = await new AuditLog(server, admin).leftBy(
    server.client.as(admin),
    (client) => postCredit(client, document.id, { lines, reason: ' Too few eggs. ' }),
    201,
  );
  expect(entries).toMatchObject([
    {
      ...{ action: 'documents.credited', subjectType: 'order', subjectId: order.id },
      after: { document: document.number, total: 1_234, reason: 'Too few eggs.' },
    },
  ]);
  const [mail, ...others] = await mailsTo({ server, admin }, customer.username, 'credit-note');
  expect(others).toEqual([]);
  const table = await server.client
    .as(manager)
    .get<{ items: TestDocumentView[] }>('/admin/documents', { q: order.number, kind: 'credit_note' });
  const number = bodyOf(table, 200).items[0]?.number ?? '';
  for (const text of [document.number, order.number, '₹12.34', `Credit note: ${number}`, 'Too few eggs.'])
    expect(mail?.text).toContain(text);
  expect(mail?.attachments).toMatchObject([
    { filename: `${number.replaceAll('/', '-')}.pdf`, contentType: 'application/pdf' },
  ]);
});

it('credits nothing more of a document that an undone step has taken back', async () => {
  const { order, document } = await newBilledOrder(server, { shopper, staff: manager }, { [product.id]: 1 });
  bodyOf(await credit(document, 1_000), 201);
  expect((await undoDeparture(server, manager, order.id)).problem).toBeNull();
  // What was credited before is not taken back again.
  expect(await documentOf(server, manager, document.id)).toMatchObject({
    isReversed: true,
    credited: 11_800,
  });
  expect((await credit<Problem>(document, 100)).body.code).toBe('documents.nothing-left');
  const next = await server.client
    .as(manager)
    .post<{ documents: TestDocumentView[] }>(`/admin/orders/${order.id}/transitions`, {
      to: 'out_for_delivery',
    });
  expect(bodyOf(next, 200).documents.map(({ kind, total }) => `${kind} ${total}`)).toEqual([
    ...['bill 11800', 'credit_note 1000', 'credit_note 10800', 'bill 11800'],
  ]);
});

it('takes back exactly the taxes of the document, in parts that each add up', async () => {
  const taxes = await newTaxClass(server, admin, {
    rates: [{ validFrom: '2020-01-01', percent: 28, cessPercent: 12 }],
  });
  await setLegal(server, admin);
  await setTax(server, admin, { defaultClassId: taxes.id });
  await setPricing(server, admin, { deliveryFee: 3_331 });
  const { id, lines } = await billed();
  const notes: TestDocumentView[] = [];
  // Of the goods and the delivery: odd parts, and the rest.
  for (const [goods, delivery] of [
    [3_333, 101],
    [4_447, 1_009],
    [101, 2_221],
    [3_919, 0],
  ] as const) {
    const credits = lines.map(({ id: lineId, name }) => ({
      lineId,
      amount: name === 'Delivery' ? delivery : goods,
    }));
    const body = { lines: credits.filter(({ amount }) => amount > 0), reason: 'In parts' };
    notes.push(bodyOf(await postCredit(server.client.as(admin), id, body), 201));
  }
  const amountsOf = (all: readonly TestDocumentLine[]): Record<string, number> => {
    const sums: Record<string, number> = { net: 0, taxable: 0, cgst: 0, sgst: 0, cess: 0 };
    for (const { net, taxable, taxes: parts } of all)
      for (const [name, amount] of [
        ...[['net', net] as const, ['taxable', taxable] as const],
        ...parts.map(({ component, amount }) => [component, amount] as const),
      ])
        sums[name] = (sums[name] ?? NaN) + amount;
    return sums;
  };
  const all = notes.flatMap((note) => note.lines);
  expect(amountsOf(all)).toEqual(amountsOf(lines));
  // 118.00 and 33.31 at 14 % + 14 % + 12 %, of 140 %.
  expect(amountsOf(lines)).toEqual({
    net: 15_131,
    ...{ cgst: 1_513, sgst: 1_513, cess: 1_297 },
    taxable: 10_808,
  });
  for (const line of all) {
    const { net, taxable, cgst, sgst, cess } = amountsOf([line]);
    expect(net).toBe(taxable! + cgst! + sgst! + cess!);
    expect(Math.min(taxable!, cgst!, sgst!, cess!)).toBeGreaterThanOrEqual(0);
  }
  expect(await documentOf(server, manager, id)).toMatchObject({
    credited: 15_131,
    lines: [{ rest: 0 }, { rest: 0 }],
  });
});

it('leaves the books balanced', async () => {
  const books = await server.client.as(admin).get<{ balanced: boolean }>('/admin/books');
  expect(books.body).toMatchObject({ balanced: true, documents: { differing: 0 } });
});

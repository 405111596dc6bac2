import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { documentOf, newBilledOrder, type TestDocumentView } from '../factories/documents.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
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
  { by = admin, key, lineId = lines[0]!.id }: { by?: TestUser; key?: string; lineId?: string } = {},
): Promise<ApiResponse<Body>> {
  const body = { lines: [{ lineId, amount }], reason: 'Two were damaged.' };
  return server.client
    .as(by)
    .post<Body>(`/admin/documents/${id}/credits`, body, key === undefined ? {} : { 'idempotency-key': key });
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
  expect(await found({ q: 'nobody' })).toEqual([]);
  expect(await found({ q: document.number, to: document.issuedAt })).toEqual([]);
  expect(await found({ q: document.number, from: document.issuedAt })).toEqual([document.number]);
});

it('leaves the books balanced', async () => {
  const books = await server.client.as(admin).get<{ balanced: boolean }>('/admin/books');
  expect(books.body).toMatchObject({ balanced: true, documents: { differing: 0 } });
});

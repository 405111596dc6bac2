import { randomUUID } from 'node:crypto';
import { changeProduct, newProduct, type TestProduct } from '../factories/catalog.js';
import {
  type RefusedBooking,
  book,
  lineOf,
  newSheet,
  newShelf,
  saveLines,
  sendLines,
  type SentLine,
  type SheetOutcome,
  type TestSheet,
} from '../factories/stock-sheets.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let colleague: TestUser;
let sectionId: string;
let apples: TestProduct;
let bread: TestProduct;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  [manager, colleague] = await Promise.all([newManager(server), newManager(server)]);
});
beforeEach(async () => {
  ({ sectionId, apples, bread } = await newShelf(server, { admin, manager }));
});
afterEach(() => expectBalancedBooks(server, admin));

const save = (sheet: TestSheet, lines: readonly SentLine[], by = manager): Promise<TestSheet> =>
  saveLines(server, by, sheet, lines);
const sheetOf = async ({ id }: TestSheet): Promise<TestSheet> =>
  bodyOf(await server.client.as(manager).get<TestSheet>(`/admin/stock-sheets/${id}`), 200);
const outcome = async ({ id }: TestSheet): Promise<SheetOutcome> =>
  bodyOf(await server.client.as(manager).get<SheetOutcome>(`/admin/stock-sheets/${id}/outcome`), 200);

async function onHand({ id }: TestProduct): Promise<number> {
  const product = await server.client.as(manager).get<{ quantityOnHand: number }>(`/admin/products/${id}`);
  return bodyOf(product, 200).quantityOnHand;
}

describe('the sheet of a delivery', () => {
  it('brings in all of its lines when it is booked, and keeps what was on hand before and after', async () => {
    const draft = await newSheet(server, manager);
    expect(draft).toMatchObject({
      kind: 'delivery',
      status: 'draft',
      ownerName: manager.username,
      lines: [],
    });
    const saved = await save(draft, [lineOf(bread, 24), lineOf(apples, 2.5)]);
    expect(await onHand(bread)).toBe(6);
    expect((await outcome(saved)).lines).toMatchObject([
      { productId: bread.id, onHandBefore: 6, onHandAfter: 30 },
      { productId: apples.id, onHandBefore: 10, onHandAfter: 12.5 },
    ]);
    const booked = bodyOf(await book(server, colleague, saved), 200);
    expect(booked).toMatchObject({
      ...{ status: 'booked', bookedByName: colleague.username, ownerName: manager.username },
      lines: [
        { productId: bread.id, quantity: 24, onHandBefore: 6, onHandAfter: 30 },
        { productId: apples.id, quantity: 2.5, onHandBefore: 10, onHandAfter: 12.5 },
      ],
    });
    expect([await onHand(bread), await onHand(apples)]).toEqual([30, 12.5]);
  });

  it('names itself in the ledger and in the audit log', async () => {
    const draft = await newSheet(server, manager);
    const body = {
      version: draft.version,
      ...{ supplier: ' Nandi Farms ', note: 'Note 4711', lines: [lineOf(bread, 1)] },
    };
    const saved = bodyOf(
      await server.client.as(manager).put<TestSheet>(`/admin/stock-sheets/${draft.id}`, body),
      200,
    );
    bodyOf(await book(server, manager, saved), 200);
    const ledger = await server.client
      .as(manager)
      .get<{ items: unknown[] }>(`/admin/products/${bread.id}/stock-movements`);
    expect(bodyOf(ledger, 200).items[0]).toMatchObject({
      ...{ delta: 1, reason: 'delivery', sheetId: draft.id, note: 'Nandi Farms: Note 4711' },
    });
    const entries = await server.rows<{ action: string; after: string | null }>(
      'SELECT action, after FROM audit_entries WHERE subject_id = ? ORDER BY at',
      [draft.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['stock-sheets.created', 'stock-sheets.booked']);
    expect(JSON.parse(entries[1]?.after ?? '')).toEqual({
      ...{ number: draft.number, kind: 'delivery', sectionName: null, lines: 1, changed: 1 },
    });
  });

  it('is booked once, however often and by however many it is sent', async () => {
    const saved = await save(await newSheet(server, manager), [lineOf(bread, 5), lineOf(apples, 1)]);
    const answers = await Promise.all(
      [manager, colleague, manager, colleague].map((user) => book(server, user, saved)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(bodyOf(await book(server, manager, saved), 409)).toMatchObject({
      ...{ code: 'stock-sheets.not-a-draft', sheetStatus: 'booked' },
    });
    expect([await onHand(bread), await onHand(apples)]).toEqual([11, 11]);
  });

  it('is answered again under its key', async () => {
    const saved = await save(await newSheet(server, manager), [lineOf(bread, 5)]);
    const key = { 'idempotency-key': randomUUID() };
    const first = bodyOf(await book(server, manager, saved, {}, key), 200);
    expect(bodyOf(await book(server, manager, saved, {}, key), 200)).toEqual(first);
    expect(await onHand(bread)).toBe(11);
  });

  it('books nothing if one line cannot be booked, and says which', async () => {
    const gone = await newProduct(server, manager, { sectionId });
    const converted = await newProduct(server, manager, { sectionId, quantityAvailable: 0 });
    const lines = [lineOf(bread, 1), lineOf(gone, 1), lineOf(converted, 1), lineOf(apples, null)];
    const saved = await save(await newSheet(server, manager), lines);
    bodyOf(await server.client.as(manager).delete(`/admin/products/${gone.id}?version=${gone.version}`), 204);
    bodyOf(await changeProduct(server, manager, converted, { unitType: 'kg' }), 200);
    const refused = bodyOf(await book<RefusedBooking>(server, manager, saved), 409);
    expect(refused.code).toBe('stock-sheets.lines-refused');
    expect(refused.lines.map(({ productId, problem }) => [productId, problem])).toEqual([
      [gone.id, 'product-deleted'],
      [converted.id, 'unit-changed'],
      [apples.id, 'quantity-missing'],
    ]);
    expect(await onHand(bread)).toBe(6);
    expect((await sheetOf(saved)).status).toBe('draft');
  });

  it('needs a line with a quantity', async () => {
    const empty = await newSheet(server, manager);
    expect(bodyOf(await book(server, manager, empty), 422).code).toBe('stock-sheets.nothing-to-book');
  });

  it('stays as it is once it is booked or discarded', async () => {
    const saved = await save(await newSheet(server, manager), [lineOf(bread, 1)]);
    const url = `/admin/stock-sheets/${saved.id}`;
    const stale = await server.client.as(manager).delete(`${url}?version=${saved.version + 1}`);
    expect(bodyOf(stale, 409)).toMatchObject({ code: 'request.stale-version' });
    bodyOf(await server.client.as(manager).delete(`${url}?version=${saved.version}`), 204);
    const discarded = await sheetOf(saved);
    expect(discarded).toMatchObject({ status: 'discarded', filledCount: 1 });
    for (const answer of [
      await book(server, manager, discarded),
      await sendLines(server, manager, discarded, []),
      await server.client.as(manager).delete(`${url}?version=${discarded.version}`),
      await server.client.as(manager).get(`${url}/outcome`),
    ])
      expect(bodyOf(answer, 409)).toMatchObject({ sheetStatus: 'discarded' });
    expect(await onHand(bread)).toBe(6);
  });
});

describe('a draft', () => {
  it('is continued by another person, and a stale version loses nothing', async () => {
    const draft = await newSheet(server, manager);
    const theirs = await save(draft, [lineOf(bread, 1)], colleague);
    expect(theirs).toMatchObject({
      ...{ ownerName: manager.username, changedByName: colleague.username, version: 2 },
    });
    const refused = bodyOf(await sendLines(server, manager, draft, [lineOf(apples, 1)]), 409);
    expect(refused).toMatchObject({ code: 'request.stale-version', currentVersion: 2 });
    expect((await sheetOf(draft)).lines).toMatchObject([{ productId: bread.id, quantity: 1 }]);
    expect(bodyOf(await book(server, manager, draft), 409).code).toBe('request.stale-version');
  });

  it('takes the same content again, since its answer may have been lost', async () => {
    const draft = await newSheet(server, manager);
    const saved = await save(draft, [lineOf(bread, 1), lineOf(apples, null)]);
    expect(await save(draft, [lineOf(bread, 1), lineOf(apples, null)])).toEqual(saved);
    expect((await sendLines(server, manager, draft, [lineOf(apples, null), lineOf(bread, 1)])).status).toBe(
      409,
    );
  });

  it('has each product once, and only products that exist', async () => {
    const draft = await newSheet(server, manager);
    const lines = [lineOf(bread, 1), lineOf(bread, 2), lineOf({ id: randomUUID(), unitType: 'kg' }, 1)];
    const { errors } = bodyOf(await sendLines(server, manager, draft, lines), 422);
    expect(errors?.map(({ field, code }) => [field, code])).toEqual([
      ['lines.1.productId', 'stock-sheets.product-twice'],
      ['lines.2.productId', 'stock-sheets.product-unknown'],
    ]);
  });

  it('has at most 500 lines, of quantities that the store handles', async () => {
    const draft = await newSheet(server, manager);
    const many = Array.from({ length: 501 }, () => lineOf({ id: randomUUID(), unitType: 'kg' }, 1));
    expect((await sendLines(server, manager, draft, many)).status).toBe(400);
    for (const quantity of [-1, 100_001, 0.0001])
      expect((await sendLines(server, manager, draft, [lineOf(bread, quantity)])).status).toBe(400);
    expect((await sendLines(server, manager, draft, [lineOf(bread, 100_000)])).status).toBe(200);
  });

  it('is in the list with who owns it', async () => {
    const { id } = await newSheet(server, manager);
    const list = await server.client.as(admin).get<{ items: TestSheet[] }>('/admin/stock-sheets', {
      kind: 'delivery',
      status: 'draft',
      pageSize: 100,
    });
    const listed = bodyOf(list, 200).items.find((sheet) => sheet.id === id);
    expect(listed).toMatchObject({ ownerName: manager.username, lineCount: 0, filledCount: 0 });
  });
});

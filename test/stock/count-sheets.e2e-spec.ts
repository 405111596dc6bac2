import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import {
  type RefusedBooking,
  book,
  lineOf,
  newSheet,
  newShelf,
  saveLines,
  type SentLine,
  type SheetOutcome,
  type TestSheet,
} from '../factories/stock-sheets.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let colleague: TestUser;
let shopper: TestUser;
let sectionId: string;
let apples: TestProduct;
let bread: TestProduct;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  [manager, colleague, shopper] = await Promise.all([
    newManager(server),
    newManager(server),
    newShopper(server),
  ]);
});
beforeEach(async () => {
  ({ sectionId, apples, bread } = await newShelf(server, { admin, manager }));
});
afterEach(() => expectBalancedBooks(server, admin));

const save = (sheet: TestSheet, lines: readonly SentLine[], by = manager): Promise<TestSheet> =>
  saveLines(server, by, sheet, lines);
const outcome = async ({ id }: TestSheet): Promise<SheetOutcome> =>
  bodyOf(await server.client.as(manager).get<SheetOutcome>(`/admin/stock-sheets/${id}/outcome`), 200);
const move = async ({ id }: TestProduct, body: object): Promise<void> => {
  bodyOf(await server.client.as(manager).post(`/admin/products/${id}/stock-movements`, body), 201);
};
const sendOut = async ({ id }: TestOrder): Promise<void> => {
  for (const to of ['packed', 'out_for_delivery'])
    bodyOf(await server.client.as(manager).post(`/admin/orders/${id}/transitions`, { to }), 200);
};

async function onHand({ id }: TestProduct): Promise<number> {
  const product = await server.client.as(manager).get<{ quantityOnHand: number }>(`/admin/products/${id}`);
  return bodyOf(product, 200).quantityOnHand;
}

it('has the products on sale of its section, without what is expected', async () => {
  await newProduct(server, manager, { sectionId, published: false });
  const sheet = await newSheet(server, manager, sectionId);
  expect(sheet.lines.map(({ productId }) => productId)).toEqual([apples.id, bread.id]);
  expect(JSON.stringify(sheet)).not.toMatch(/"(onHand|available|expected|quantityOnHand)":/);
  expect(sheet.lines).toMatchObject([{ quantity: null, onHandBefore: null }, { quantity: null }]);
});

it('is refused for a section that is empty or does not exist', async () => {
  const { id } = await newSection(server, admin);
  const begin = (body: object) => server.client.as(manager).post('/admin/stock-sheets', body);
  expect(bodyOf(await begin({ kind: 'count', sectionId: id }), 422)).toMatchObject({
    code: 'stock-sheets.section-empty',
  });
  expect((await begin({ kind: 'count', sectionId: randomUUID() })).status).toBe(404);
  expect((await begin({ kind: 'count' })).status).toBe(400);
});

it('shows the differences before it is booked, and leaves alone what is not counted', async () => {
  const saved = await save(await newSheet(server, manager, sectionId), [
    lineOf(apples, 7),
    lineOf(bread, null),
  ]);
  expect(await outcome(saved)).toMatchObject({
    leftAlone: 1,
    value: -15_000,
    lines: [{ productId: apples.id, onHandBefore: 10, onHandAfter: 7, difference: -3, isLarge: true }],
  });
  expect(bodyOf(await book(server, manager, saved), 200).lines).toMatchObject([
    { onHandBefore: 10, onHandAfter: 7 },
    { quantity: null, onHandBefore: null, onHandAfter: null },
  ]);
  expect([await onHand(apples), await onHand(bread)]).toEqual([7, 6]);
});

it('takes into account what came in and went out since the line was counted, and nothing else', async () => {
  const sheet = await newSheet(server, manager, sectionId);
  const before = await newOrder(server, shopper, { [bread.id]: 2 });
  // Five are found of the six that are expected; two of them are promised.
  const saved = await save(sheet, [lineOf(bread, 5)]);
  await sendOut(before);
  await newOrder(server, shopper, { [bread.id]: 1 });
  await move(bread, { reason: 'delivery', delta: 10 });
  await move(bread, { reason: 'waste', delta: -1 });
  expect((await outcome(saved)).lines).toMatchObject([
    { onHandBefore: 13, movedSince: 7, onHandAfter: 12, difference: -1 },
  ]);
  bodyOf(await book(server, manager, saved), 200);
  expect(await onHand(bread)).toBe(12);
});

it('does not apply a difference twice if the product is counted on two sheets', async () => {
  const [first, second] = [
    await newSheet(server, manager, sectionId),
    await newSheet(server, colleague, sectionId),
  ];
  const [one, two] = [await save(first, [lineOf(bread, 4)]), await save(second, [lineOf(bread, 4)])];
  bodyOf(await book(server, manager, one), 200);
  expect((await outcome(two)).lines).toMatchObject([{ onHandBefore: 4, difference: 0 }]);
  bodyOf(await book(server, manager, two), 200);
  expect(await onHand(bread)).toBe(4);
});

it('keeps the moment of a count that is saved again, and takes that of a count that waited or was repeated', async () => {
  const sheet = await newSheet(server, manager, sectionId);
  await move(bread, { reason: 'delivery', delta: 4 });
  const waited = await save(sheet, [lineOf(bread, 6, { countedSecondsAgo: 3600 }), lineOf(apples, null)]);
  expect((await outcome(waited)).lines).toMatchObject([{ movedSince: 4, difference: 0 }]);
  const later = await save(waited, [lineOf(bread, 6), lineOf(apples, 10)]);
  expect(later.lines[0]?.countedAt).toBe(waited.lines[0]?.countedAt);
  const again = await save(later, [lineOf(bread, 6, { countedSecondsAgo: 0 }), lineOf(apples, 10)]);
  expect((await outcome(again)).lines).toMatchObject([{ movedSince: 0, difference: -4 }, { difference: 0 }]);
});

it('refuses a count of less than is promised, until that is accepted', async () => {
  await newOrder(server, shopper, { [bread.id]: 4 });
  const saved = await save(await newSheet(server, manager, sectionId), [lineOf(bread, 3)]);
  const refused = bodyOf(await book<RefusedBooking>(server, manager, saved), 409);
  expect(refused.lines).toMatchObject([{ productId: bread.id, problem: 'below-promised' }]);
  bodyOf(await book(server, manager, saved, { acceptShortages: true }), 200);
  expect(await onHand(bread)).toBe(4);
});

it('stays exact while the shop sells and others deliver and book', async () => {
  const shoppers = await Promise.all(Array.from({ length: 4 }, () => newShopper(server)));
  const count = await save(await newSheet(server, manager, sectionId), [lineOf(apples, 9), lineOf(bread, 8)]);
  const deliveries = await Promise.all(
    [manager, colleague].map(async (user) =>
      save(await newSheet(server, user), [lineOf(bread, 3), lineOf(apples, 1)], user),
    ),
  );
  const answers = await Promise.all([
    ...shoppers.map((buyer) => newOrder(server, buyer, { [bread.id]: 1, [apples.id]: 0.5 })),
    ...[count, ...deliveries].map(async (sheet) => bodyOf(await book(server, colleague, sheet), 200)),
  ]);
  expect(answers).toHaveLength(7);
  expect([await onHand(apples), await onHand(bread)]).toEqual([11, 14]);
});

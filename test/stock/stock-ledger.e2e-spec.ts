import { randomUUID } from 'node:crypto';
import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
});
beforeEach(async () => {
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, manager, {
    sectionId,
    quantityAvailable: 10,
    lowStockThreshold: 5,
    quantityStep: 0.5,
  });
});

interface Ledger {
  readonly items: readonly {
    delta: number;
    reason: string;
    counted: number | null;
    note: string | null;
    orderId: string | null;
    actorName: string;
  }[];
  readonly total: number;
  readonly balance: number;
}

const move = (body: object): Promise<ApiResponse<TestProduct & Problem>> =>
  server.client.as(manager).post(`/admin/products/${product.id}/stock-movements`, body);

const ledger = async (query = {}): Promise<Ledger> =>
  bodyOf(
    await server.client.as(manager).get<Ledger>(`/admin/products/${product.id}/stock-movements`, query),
    200,
  );

it('lists each stock movement, newest first, and adds up to the stock', async () => {
  const shopper = await newShopper(server);
  bodyOf(await move({ reason: 'delivery', delta: 2.125, note: 'Invoice 4711' }), 201);
  bodyOf(await move({ reason: 'waste', delta: -1 }), 201);
  bodyOf(await move({ reason: 'correction', counted: 11, note: 'Monday' }), 201);
  const order = await newOrder(server, shopper, { [product.id]: 1.5 });
  bodyOf(await server.client.as(shopper).post(`/orders/${order.id}/cancel`), 200);
  const { items, total, balance } = await ledger();
  expect(items.map(({ reason, delta }) => [reason, delta])).toEqual([
    ['cancellation', 1.5],
    ['order', -1.5],
    ['correction', -0.125],
    ['waste', -1],
    ['delivery', 2.125],
    ['opening', 10],
  ]);
  expect(items[4]).toMatchObject({ note: 'Invoice 4711', actorName: manager.username, orderId: null });
  expect(items[0]).toMatchObject({ orderId: order.id, counted: null });
  expect(items[2]).toMatchObject({ counted: 11, note: 'Monday' });
  expect([total, balance, await stockOf(server, product.id)]).toEqual([6, 11, 11]);
  expect((await ledger({ pageSize: 2, page: 3 })).items.map(({ reason }) => reason)).toEqual([
    'delivery',
    'opening',
  ]);
  await expectBalancedBooks(server, admin);
});

it.each<[number, string, object]>([
  [400, 'request.invalid', { reason: 'delivery', delta: 0 }],
  [400, 'request.invalid', { reason: 'delivery', delta: 1.0001 }],
  [400, 'request.invalid', { reason: 'order', delta: -1 }],
  [400, 'request.invalid', { reason: 'opening', delta: 1 }],
  [400, 'request.invalid', { reason: 'delivery', delta: 1, orderId: randomUUID() }],
  [400, 'request.invalid', { reason: 'delivery', delta: 1, quantityAvailable: 5 }],
  [422, 'request.rule-broken', { reason: 'delivery', delta: -1 }],
  [422, 'request.rule-broken', { reason: 'waste', delta: 1 }],
  [409, 'catalog.stock-below-zero', { reason: 'waste', delta: -10.001 }],
  [400, 'request.invalid', { reason: 'delivery' }],
  [400, 'request.invalid', { reason: 'correction' }],
  [400, 'request.invalid', { reason: 'correction', delta: -1 }],
  [400, 'request.invalid', { reason: 'correction', delta: -1, counted: 9 }],
  [400, 'request.invalid', { reason: 'correction', counted: -1 }],
  [400, 'request.invalid', { reason: 'correction', counted: null }],
  [400, 'request.invalid', { reason: 'delivery', delta: 1, counted: 11 }],
  [400, 'request.invalid', { reason: 'waste', delta: -1, seenOnHand: 10 }],
  [409, 'catalog.stock-changed', { reason: 'correction', counted: 9, seenOnHand: 11 }],
])('refuses with %i %s: %j', async (status, code, body) => {
  expect(bodyOf(await move(body), status).code).toBe(code);
  expect([(await ledger()).total, await stockOf(server, product.id)]).toEqual([1, 10]);
});

it('never issues more than the stock, however many requests are concurrent', async () => {
  const responses = await Promise.all(Array.from({ length: 20 }, () => move({ reason: 'waste', delta: -1 })));
  expect(responses.filter((response) => response.status === 201)).toHaveLength(10);
  expect(responses.filter((response) => response.status === 409)).toHaveLength(10);
  expect([(await ledger()).total, await stockOf(server, product.id)]).toEqual([11, 0]);
});

it('writes one outbox event when the stock falls below the threshold', async () => {
  const alerts = async (): Promise<number> =>
    (
      await server.rows(`SELECT id FROM outbox_events WHERE type = 'catalog.stock-low' AND subject = ?`, [
        `product:${product.id}`,
      ])
    ).length;
  bodyOf(await move({ reason: 'waste', delta: -5 }), 201);
  expect(await alerts()).toBe(0);
  bodyOf(await move({ reason: 'waste', delta: -1 }), 201);
  bodyOf(await move({ reason: 'waste', delta: -1 }), 201);
  expect(await alerts()).toBe(1);
  bodyOf(await move({ reason: 'delivery', delta: 2 }), 201);
  await newOrder(server, await newShopper(server), { [product.id]: 0.5 });
  expect(await alerts()).toBe(2);
  const low = await server.client
    .as(manager)
    .get<{ items: TestProduct[] }>('/admin/products', { stock: 'low', pageSize: 100 });
  expect(bodyOf(low, 200).items.map((item) => item.id)).toContain(product.id);
});

it('returns the ledger of a deleted product, and 404 for an unknown one', async () => {
  const path = `/admin/products/${randomUUID()}/stock-movements`;
  expect((await server.client.as(manager).get(path)).status).toBe(404);
  expect((await server.client.as(manager).post(path, { reason: 'delivery', delta: 1 })).status).toBe(404);
  expect((await server.client.as(manager).delete(`/admin/products/${product.id}?version=1`)).status).toBe(
    204,
  );
  expect((await ledger()).balance).toBe(10);
  expect((await move({ reason: 'delivery', delta: 1 })).status).toBe(404);
});

it('lists sold-out and low products to staff', async () => {
  const { id: sectionId } = await newSection(server, admin);
  const addProduct = (values: object): Promise<TestProduct> =>
    newProduct(server, manager, { sectionId, ...values });
  const soldOut = await addProduct({ quantityAvailable: 0 });
  const low = await addProduct({ quantityAvailable: 2, lowStockThreshold: 5 });
  const enough = await addProduct({ quantityAvailable: 5, lowStockThreshold: 5 });
  const listed = async (filter: object): Promise<string[]> => {
    const query = { sectionId, ...filter };
    const response = await server.client.as(manager).get<{ items: TestProduct[] }>('/admin/products', query);
    return bodyOf(response, 200)
      .items.map(({ id }) => id)
      .sort();
  };
  expect(await listed({})).toEqual([soldOut.id, low.id, enough.id].sort());
  expect(await listed({ stock: 'out' })).toEqual([soldOut.id]);
  expect(await listed({ stock: 'low' })).toEqual([low.id]);
  expect((await server.client.as(manager).get('/admin/products', { stock: 'much' })).status).toBe(400);
});

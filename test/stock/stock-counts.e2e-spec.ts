import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Stocked extends TestProduct {
  readonly quantityOnHand: number;
  readonly quantityPromised: number;
}

/** On hand, promised, available. */
type Figures = readonly [onHand: number, promised: number, available: number];

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  [manager, shopper] = await Promise.all([newManager(server), newShopper(server)]);
});
beforeEach(async () => {
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId, quantityAvailable: 10 });
});
afterEach(() => expectBalancedBooks(server, admin));

const move = (body: object): Promise<ApiResponse<Stocked & Problem>> =>
  server.client.as(manager).post(`/admin/products/${product.id}/stock-movements`, body);
const count = (counted: number, more: object = {}): Promise<ApiResponse<Stocked & Problem>> =>
  move({ reason: 'correction', counted, ...more });
const figuresOf = ({ quantityOnHand, quantityPromised, quantityAvailable }: Stocked): Figures => [
  quantityOnHand,
  quantityPromised,
  quantityAvailable,
];
const order = (quantity: number): Promise<TestOrder> => newOrder(server, shopper, { [product.id]: quantity });
const carryOn = async ({ id }: TestOrder, to: string): Promise<void> => {
  bodyOf(await server.client.as(manager).post(`/admin/orders/${id}/transitions`, { to }), 200);
};
const undo = async ({ id }: TestOrder, status: string): Promise<void> => {
  const body = { orderIds: [id], status };
  bodyOf(await server.client.as(manager).post('/admin/orders/transitions/undo', body), 200);
};

async function figures(): Promise<Figures> {
  const staff = server.client.as(manager);
  const single = bodyOf(await staff.get<Stocked>(`/admin/products/${product.id}`), 200);
  const query = { sectionId: product.sectionId };
  const { items } = bodyOf(await staff.get<{ items: Stocked[] }>('/admin/products', query), 200);
  expect(items).toEqual([single]);
  return figuresOf(single);
}

it('keeps what is promised to an order, from its placement until its goods leave', async () => {
  expect(await figures()).toEqual([10, 0, 10]);
  const placed = await order(4);
  expect(await figures()).toEqual([10, 4, 6]);
  await carryOn(placed, 'packed');
  expect(await figures()).toEqual([10, 4, 6]);
  await carryOn(placed, 'out_for_delivery');
  expect(await figures()).toEqual([6, 0, 6]);
  await undo(placed, 'out_for_delivery');
  expect(await figures()).toEqual([10, 4, 6]);
  await carryOn(placed, 'out_for_delivery');
  await carryOn(placed, 'delivered');
  await undo(placed, 'delivered');
  expect(await figures()).toEqual([6, 0, 6]);
  const cancelled = await order(2);
  await carryOn(cancelled, 'packed');
  await carryOn(cancelled, 'cancelled');
  expect(await figures()).toEqual([6, 0, 6]);
});

it('counts against what is on hand: what is promised stays promised', async () => {
  await order(4);
  expect(figuresOf(bodyOf(await count(10), 201))).toEqual([10, 4, 6]);
  expect(figuresOf(bodyOf(await count(9), 201))).toEqual([9, 4, 5]);
  expect(figuresOf(bodyOf(await count(12.5), 201))).toEqual([12.5, 4, 8.5]);
});

it('computes a count on the present stock, not on the one that was seen', async () => {
  bodyOf(await move({ reason: 'waste', delta: -3 }), 201);
  const refused = bodyOf(await count(7, { seenOnHand: 10 }), 409);
  expect(refused).toMatchObject({
    code: 'catalog.stock-changed',
    ...{ quantityOnHand: 7, quantityPromised: 0, quantityAvailable: 7 },
  });
  expect(figuresOf(bodyOf(await count(7, { seenOnHand: 7 }), 201))).toEqual([7, 0, 7]);
  expect(figuresOf(bodyOf(await count(7), 201))).toEqual([7, 0, 7]);
});

it('says what is short if less is counted than is promised, and sells no more if that is accepted', async () => {
  await order(4);
  const refused = bodyOf(await count(2.5), 409);
  expect(refused).toMatchObject({
    code: 'catalog.count-below-promised',
    ...{ counted: 2.5, promised: 4, short: 1.5 },
    detail: expect.stringContaining('1.5 are short') as string,
  });
  expect(await figures()).toEqual([10, 4, 6]);
  expect(figuresOf(bodyOf(await count(2.5, { acceptShortage: true }), 201))).toEqual([4, 4, 0]);
});

it('sets the stock to the count, however many leave, arrive and are ordered at the same time', async () => {
  const shoppers = await Promise.all(Array.from({ length: 5 }, () => newShopper(server)));
  const responses = await Promise.all([
    ...shoppers.map(async (buyer) => newOrder(server, buyer, { [product.id]: 1 })),
    ...Array.from({ length: 5 }, () => count(30)),
    ...Array.from({ length: 5 }, () => count(30)),
  ]);
  expect(responses).toHaveLength(15);
  // Orders move goods from what is available to what is promised: every count leaves 30 on hand.
  expect(await figures()).toEqual([30, 5, 25]);
});

it('records who counted what, even if nothing changes', async () => {
  bodyOf(await count(10, { note: 'Monday evening' }), 201);
  const [entry] = await server.rows<{ before: string; after: string; actor_id: string }>(
    `SELECT before, after, actor_id FROM audit_entries
     WHERE action = 'catalog.stock-moved' AND subject_id = ? ORDER BY at DESC`,
    [product.id],
  );
  expect(entry?.actor_id).toBe(manager.id);
  expect(JSON.parse(entry?.before ?? '')).toEqual({ quantityAvailable: 10, quantityOnHand: 10 });
  expect(JSON.parse(entry?.after ?? '')).toEqual({
    ...{ quantityAvailable: 10, quantityOnHand: 10 },
    ...{ reason: 'correction', counted: 10, note: 'Monday evening' },
  });
});

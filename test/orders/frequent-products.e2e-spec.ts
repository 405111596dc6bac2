import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let manager: TestUser;
let sectionId: string;
let shopper: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  const admin = await signInAdmin(server);
  manager = await newManager(server);
  sectionId = (await newSection(server, admin)).id;
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

const products = (count: number): Promise<TestProduct[]> =>
  Promise.all(Array.from({ length: count }, () => newProduct(server, manager, { sectionId })));

/** Places an order of one piece of each product. */
const order = (ordered: readonly TestProduct[], by = shopper): ReturnType<typeof newOrder> =>
  newOrder(server, by, Object.fromEntries(ordered.map(({ id }) => [id, 1])));

const edit = (product: TestProduct, changes: object): Promise<{ status: number }> =>
  server.client.as(manager).patch(`/admin/products/${product.id}`, { version: product.version, ...changes });

type FrequentProduct = TestProduct & { readonly usualQuantity: number };

async function frequent(): Promise<FrequentProduct[]> {
  const response = await server.client
    .as(shopper)
    .get<{ items: FrequentProduct[] }>('/orders/frequent-products');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return bodyOf(response, 200).items;
}

const ids = (list: readonly (TestProduct | undefined)[]): unknown[] => list.map((product) => product?.id);

it('returns no frequent products without orders', async () => {
  expect(await frequent()).toEqual([]);
});

it('ranks frequent products by the number of own orders, then by the latest, as on their pages', async () => {
  const [once, thrice, twice, later] = (await products(4)) as [
    TestProduct,
    TestProduct,
    TestProduct,
    TestProduct,
  ];
  await order([once, thrice, twice]);
  await order([thrice, twice]);
  await order([thrice, later]);
  const another = await newShopper(server);
  for (let i = 0; i < 4; i++) await order([once], another);
  const items = await frequent();
  expect(ids(items)).toEqual(ids([thrice, twice, later, once]));
  const onItsPage = bodyOf(await server.client.get<TestProduct>(`/products/${thrice.id}`), 200);
  expect(items[0]).toEqual({ ...onItsPage, usualQuantity: 1 });
});

describe('the usual quantity', () => {
  let rice: TestProduct;
  beforeEach(async () => {
    const values = { unitType: 'kg', quantityStep: 0.5, quantityAvailable: 90 };
    rice = await newProduct(server, manager, { sectionId, ...values });
  });

  const usual = async (): Promise<number | undefined> => (await frequent())[0]?.usualQuantity;
  const orderRice = (quantity: number): Promise<unknown> =>
    newOrder(server, shopper, { [rice.id]: quantity });

  it('is that of most orders, and of the latest where two are as frequent', async () => {
    for (const quantity of [1.5, 4, 1.5, 9]) await orderRice(quantity);
    expect(await usual()).toBe(1.5);
    await orderRice(9);
    expect(await usual()).toBe(9);
  });

  it('is in steps of the product as it is sold now', async () => {
    await orderRice(3.5);
    expect((await edit(rice, { quantityStep: 1 })).status).toBe(200);
    expect(await usual()).toBe(3);
    expect((await edit({ ...rice, version: 2 }, { quantityStep: 5 })).status).toBe(200);
    expect(await usual()).toBe(5);
  });
});

it('counts orders, and neither pieces nor cancelled orders', async () => {
  const [bulky, often] = (await products(2)) as [TestProduct, TestProduct];
  await newOrder(server, shopper, { [bulky.id]: 50 });
  for (let i = 0; i < 2; i++) await order([often]);
  for (let i = 0; i < 3; i++) {
    const { id } = await order([bulky]);
    bodyOf(await server.client.as(shopper).post(`/orders/${id}/cancel`), 200);
  }
  expect(ids(await frequent())).toEqual(ids([often, bulky]));
});

it('leaves out unavailable products and lists sold-out ones last', async () => {
  const [soldOut, hidden, deleted, sold] = (await products(4)) as [
    TestProduct,
    TestProduct,
    TestProduct,
    TestProduct,
  ];
  for (let i = 0; i < 2; i++) await order([soldOut, hidden, deleted]);
  await order([sold]);
  bodyOf(
    await server.client
      .as(manager)
      .post(`/admin/products/${soldOut.id}/stock-movements`, { reason: 'waste', delta: -98 }),
    201,
  );
  expect((await edit(hidden, { published: false })).status).toBe(200);
  expect((await server.client.as(manager).delete(`/admin/products/${deleted.id}?version=1`)).status).toBe(
    204,
  );
  expect(ids(await frequent())).toEqual(ids([sold, soldOut]));
});

it('returns at most 24 frequent products', async () => {
  const all = await products(26);
  await order(all);
  await order(all.slice(0, 13));
  const frequentIds = ids(await frequent());
  expect(frequentIds).toHaveLength(24);
  expect(new Set(frequentIds.slice(0, 13))).toEqual(new Set(ids(all.slice(0, 13))));
});

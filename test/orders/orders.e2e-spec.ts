import { randomUUID } from 'node:crypto';
import { changeProduct, newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { fillCart, newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, theAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type Answer, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let sectionId: string;
let shopper: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  sectionId = (await newSection(server, admin)).id;
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

interface Order extends TestOrder {
  readonly timeline: readonly { status: string; by: string; note: string | null }[];
  readonly nextStatuses?: readonly string[];
}

const newOne = (more: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId, ...more });

const move = (
  order: TestOrder,
  to: string,
  user = manager,
  note?: string,
): Promise<Answer<Order & Problem>> =>
  server.client
    .as(user)
    .post(`/admin/orders/${order.id}/transitions`, { to, ...(note === undefined ? {} : { note }) });

const cancel = (order: TestOrder, user = shopper): Promise<Answer<Order & Problem>> =>
  server.client.as(user).post(`/orders/${order.id}/cancel`);

const shown = async (order: TestOrder): Promise<Order> =>
  bodyOf(await server.client.as(shopper).get<Order>(`/orders/${order.id}`), 200);

const edit = async (product: TestProduct, changes: object): Promise<TestProduct> =>
  bodyOf(await changeProduct(server, manager, product, changes), 200);

describe('an order', () => {
  it('keeps the names and rates of its day, whatever becomes of the product', async () => {
    const product = await newOne({ name: `Old ${randomUUID()}` });
    const order = await newOrder(server, shopper, { [product.id]: 2 });
    const before = await shown(order);
    const renamed = await edit(product, {
      name: `New ${randomUUID()}`,
      ratePerUnit: 1,
      unitType: 'kg',
      quantityStep: 0.5,
    });
    expect(await shown(order)).toEqual(before);
    const path = `/admin/products/${product.id}?version=${renamed.version}`;
    expect((await server.client.as(manager).delete(path)).status).toBe(204);
    expect(await shown(order)).toEqual(before);
    expect(before.items[0]).toMatchObject({ productName: product.name, ratePerUnit: 5000, price: 10_000 });
  });

  it('is not found by another shopper, whatever they try', async () => {
    const product = await newOne();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    const other = server.client.as(await newShopper(server));
    for (const answer of [
      await other.get<Problem>(`/orders/${order.id}`),
      await other.post<Problem>(`/orders/${order.id}/cancel`),
      await other.post<Problem>(`/orders/${order.id}/reorder`),
      await other.get<Problem>(`/orders/${randomUUID()}`),
      await other.get<Problem>('/orders/nonsense'),
    ])
      expect(bodyOf(answer, 404).code).toBe('orders.not-found');
    expect(bodyOf(await other.get<{ items: unknown[] }>('/orders'), 200).items).toEqual([]);
    expect((await shown(order)).status).toBe('placed');
  });

  const ways: Readonly<Record<string, readonly string[]>> = {
    placed: [],
    packed: ['packed'],
    out_for_delivery: ['packed', 'out_for_delivery'],
    delivered: ['packed', 'out_for_delivery', 'delivered'],
    cancelled: ['cancelled'],
  };
  const staffMay: Readonly<Record<string, readonly string[]>> = {
    placed: ['packed', 'cancelled'],
    packed: ['out_for_delivery', 'cancelled'],
    out_for_delivery: ['delivered'],
    delivered: [],
    cancelled: [],
  };

  it.each(Object.keys(ways).flatMap((from) => Object.keys(ways).map((to) => [from, to] as const)))(
    'that is %s becomes %s if the table says so',
    async (from, to) => {
      const product = await newOne();
      const order = await newOrder(server, shopper, { [product.id]: 1 });
      for (const step of ways[from] ?? []) bodyOf(await move(order, step), 200);
      const answer = await move(order, to, manager, 'As agreed');
      if (staffMay[from]?.includes(to)) {
        const moved = bodyOf(answer, 200);
        expect(moved).toMatchObject({ status: to, nextStatuses: staffMay[to] });
        expect(moved.timeline.at(-1)).toMatchObject({ status: to, by: manager.username, note: 'As agreed' });
        expect(moved.timeline.map((entry) => entry.status)).toEqual(['placed', ...(ways[from] ?? []), to]);
      } else {
        const problem = bodyOf(answer, 409);
        expect(problem).toMatchObject({
          code: 'orders.transition-not-allowed',
          from,
          to,
          allowed: staffMay[from],
        });
      }
      const isCancelled = (await shown(order)).status === 'cancelled';
      expect(await stockOf(server, product.id)).toBe(isCancelled ? 100 : 99);
    },
  );

  it('has ways that the store tells of', async () => {
    type Store = { orderStatuses: string[]; orderTransitions: { from: string; to: string; by: string[] }[] };
    const { orderStatuses, orderTransitions } = bodyOf(await server.client.get<Store>('/store'), 200);
    expect(orderStatuses.sort()).toEqual(Object.keys(ways).sort());
    for (const [from, tos] of Object.entries(staffMay))
      expect(
        orderTransitions
          .filter((step) => step.from === from && step.by.includes('store_manager'))
          .map((step) => step.to),
      ).toEqual(tos);
    expect(orderTransitions.filter((step) => step.by.includes('user'))).toMatchObject([
      { from: 'placed', to: 'cancelled' },
    ]);
  });

  it('is cancelled by its shopper until it is packed, and the stock comes back', async () => {
    const product = await newOne();
    const [one, two] = [
      await newOrder(server, shopper, { [product.id]: 3 }),
      await newOrder(server, shopper, { [product.id]: 2 }),
    ];
    expect(bodyOf(await cancel(one), 200)).toMatchObject({ status: 'cancelled' });
    expect(bodyOf(await cancel(one), 409).code).toBe('orders.transition-not-allowed');
    bodyOf(await move(two, 'packed'), 200);
    expect(bodyOf(await cancel(two), 409)).toMatchObject({ from: 'packed', to: 'cancelled', allowed: [] });
    expect(await stockOf(server, product.id)).toBe(98);
    expect((await move(one, 'packed', shopper)).status).toBe(403);
    await expectBalancedBooks(server, admin);
  });

  it('is cancelled also when its product is gone', async () => {
    const product = await newOne();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    expect((await server.client.as(manager).delete(`/admin/products/${product.id}?version=1`)).status).toBe(
      204,
    );
    bodyOf(await cancel(order), 200);
    await expectBalancedBooks(server, admin);
  });

  it('is put into the cart again, at today’s rates and as far as it is still sold', async () => {
    const [product, dearer, gone] = [await newOne(), await newOne(), await newOne()];
    const order = await newOrder(server, shopper, { [product.id]: 2, [dearer.id]: 1, [gone.id]: 1 });
    await edit(dearer, { ratePerUnit: 9000 });
    await edit(gone, { published: false });
    await fillCart(server, shopper, { [product.id]: 1 });
    type Cart = {
      items: { product: { id: string }; quantity: number; price: number; notices: { code: string }[] }[];
    };
    const cart = bodyOf(await server.client.as(shopper).post<Cart>(`/orders/${order.id}/reorder`), 200);
    const lines = cart.items.map(({ product: { id }, quantity, price }) => [id, quantity, price]);
    expect(lines).toContainEqual([product.id, 2, 10_000]);
    expect(lines).toContainEqual([dearer.id, 1, 9000]);
    expect(
      cart.items.find((item) => item.product.id === gone.id)?.notices ?? [{ code: 'cart.product-gone' }],
    ).toEqual([{ code: 'cart.product-gone' }]);
  });

  it('is listed newest first, by status, a page at a time', async () => {
    const product = await newOne();
    const orders: TestOrder[] = [];
    for (let i = 0; i < 5; i++) orders.push(await newOrder(server, shopper, { [product.id]: 1 }));
    bodyOf(await cancel(orders[2] as TestOrder), 200);
    type Page = { items: Order[]; nextCursor: string | null };
    const page = async (query: Record<string, string | number>): Promise<Page> =>
      bodyOf(await server.client.as(shopper).get<Page>('/orders', query), 200);
    const first = await page({ limit: 3 });
    const second = await page({ limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map((order) => order.id)).toEqual(
      orders.map((order) => order.id).reverse(),
    );
    expect(second.nextCursor).toBeNull();
    expect((await page({ status: 'cancelled' })).items.map((order) => order.id)).toEqual([orders[2]?.id]);
  });
});

describe('staff', () => {
  type Table = { items: (Order & { customer: { username: string } })[]; total: number };
  const table = async (query: Record<string, string | number>): Promise<Table> =>
    bodyOf(await server.client.as(manager).get<Table>('/admin/orders', query), 200);

  it('find orders by their number, their customer, their status and their time', async () => {
    const product = await newOne();
    const [one, two] = [
      await newOrder(server, shopper, { [product.id]: 1 }),
      await newOrder(server, shopper, { [product.id]: 3 }),
    ];
    bodyOf(await move(two, 'packed'), 200);
    const ids = async (query: Record<string, string | number>): Promise<string[]> =>
      (await table({ q: shopper.username, ...query })).items.map((order) => order.id);
    expect(await ids({})).toEqual([two.id, one.id]);
    expect(await ids({ sort: 'oldest' })).toEqual([one.id, two.id]);
    expect(await ids({ sort: 'total' })).toEqual([one.id, two.id]);
    expect(await ids({ sort: '-total' })).toEqual([two.id, one.id]);
    expect(await ids({ status: 'packed' })).toEqual([two.id]);
    expect(await ids({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await ids({ from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' })).toHaveLength(2);
    expect((await table({ q: one.number.toLowerCase() })).items.map((order) => order.id)).toEqual([one.id]);
    expect(await table({ q: shopper.username, pageSize: 1, page: 2 })).toMatchObject({
      total: 2,
      items: [{ id: one.id }],
    });
    expect((await table({ q: '%' })).items.length).toBeGreaterThanOrEqual(0);
  });

  it('see whose an order is, and where it can go', async () => {
    const product = await newOne();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    const seen = bodyOf(await server.client.as(manager).get<Order>(`/admin/orders/${order.id}`), 200);
    expect(seen).toMatchObject({ id: order.id, customer: { id: shopper.id, username: shopper.username } });
    expect(seen.nextStatuses).toEqual(['packed', 'cancelled']);
  });

  it.each([{}, { to: 'lost' }, { to: 'packed', status: 'x' }, { to: 'packed', note: 'a'.repeat(501) }])(
    'cannot move an order by %j',
    async (body) => {
      const product = await newOne();
      const order = await newOrder(server, shopper, { [product.id]: 1 });
      bodyOf(await server.client.as(manager).post(`/admin/orders/${order.id}/transitions`, body), 400);
    },
  );
});

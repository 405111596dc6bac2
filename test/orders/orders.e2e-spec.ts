import { randomUUID } from 'node:crypto';
import { changeProduct, newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { fillCart, newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let sectionId: string;
let shopper: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  sectionId = (await newSection(server, admin)).id;
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

interface Order extends TestOrder {
  readonly timeline: readonly { status: string; by: string; note: string | null }[];
  readonly nextStatuses?: readonly string[];
}

const addProduct = (values: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId, ...values });

const changeStatus = (
  order: TestOrder,
  to: string,
  user = manager,
  note?: string,
): Promise<ApiResponse<Order & Problem>> =>
  server.client
    .as(user)
    .post(`/admin/orders/${order.id}/transitions`, { to, ...(note === undefined ? {} : { note }) });

const cancel = (order: TestOrder, user = shopper): Promise<ApiResponse<Order & Problem>> =>
  server.client.as(user).post(`/orders/${order.id}/cancel`);

const orderView = async (order: TestOrder): Promise<Order> =>
  bodyOf(await server.client.as(shopper).get<Order>(`/orders/${order.id}`), 200);

const edit = async (product: TestProduct, changes: object): Promise<TestProduct> =>
  bodyOf(await changeProduct(server, manager, product, changes), 200);

describe('an order', () => {
  it('keeps its names and rates when the product changes or is deleted', async () => {
    const product = await addProduct({ name: `Old ${randomUUID()}` });
    const order = await newOrder(server, shopper, { [product.id]: 2 });
    const before = await orderView(order);
    const renamed = await edit(product, {
      name: `New ${randomUUID()}`,
      ratePerUnit: 1,
      quantityStep: 0.5,
    });
    expect(await orderView(order)).toEqual(before);
    const path = `/admin/products/${product.id}?version=${renamed.version}`;
    expect((await server.client.as(manager).delete(path)).status).toBe(204);
    expect(await orderView(order)).toEqual(before);
    expect(before.items[0]).toMatchObject({ productName: product.name, ratePerUnit: 5000, price: 10_000 });
  });

  it('returns 404 to another shopper on every route', async () => {
    const product = await addProduct();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    const other = server.client.as(await newShopper(server));
    for (const response of [
      await other.get<Problem>(`/orders/${order.id}`),
      await other.post<Problem>(`/orders/${order.id}/cancel`),
      await other.post<Problem>(`/orders/${order.id}/reorder`),
      await other.get<Problem>(`/orders/${randomUUID()}`),
      await other.get<Problem>('/orders/nonsense'),
    ])
      expect(bodyOf(response, 404).code).toBe('orders.not-found');
    expect(bodyOf(await other.get<{ items: unknown[] }>('/orders'), 200).items).toEqual([]);
    expect((await orderView(order)).status).toBe('placed');
  });

  const pathTo: Readonly<Record<string, readonly string[]>> = {
    placed: [],
    packed: ['packed'],
    out_for_delivery: ['packed', 'out_for_delivery'],
    delivered: ['packed', 'out_for_delivery', 'delivered'],
    cancelled: ['cancelled'],
  };
  const STAFF_TRANSITIONS: Readonly<Record<string, readonly string[]>> = {
    placed: ['packed', 'cancelled'],
    packed: ['out_for_delivery', 'cancelled'],
    out_for_delivery: ['delivered'],
    delivered: [],
    cancelled: [],
  };

  it.each(Object.keys(pathTo).flatMap((from) => Object.keys(pathTo).map((to) => [from, to] as const)))(
    'changes from %s to %s only if the transition is allowed',
    async (from, to) => {
      const product = await addProduct();
      const order = await newOrder(server, shopper, { [product.id]: 1 });
      for (const step of pathTo[from] ?? []) bodyOf(await changeStatus(order, step), 200);
      const response = await changeStatus(order, to, manager, 'As agreed');
      if (STAFF_TRANSITIONS[from]?.includes(to)) {
        const changed = bodyOf(response, 200);
        expect(changed).toMatchObject({ status: to, nextStatuses: STAFF_TRANSITIONS[to] });
        expect(changed.timeline.at(-1)).toMatchObject({
          status: to,
          by: manager.username,
          note: 'As agreed',
        });
        expect(changed.timeline.map((entry) => entry.status)).toEqual([
          'placed',
          ...(pathTo[from] ?? []),
          to,
        ]);
      } else {
        const problem = bodyOf(response, 409);
        expect(problem).toMatchObject({
          code: 'orders.transition-not-allowed',
          from,
          to,
          allowed: STAFF_TRANSITIONS[from],
        });
      }
      const isCancelled = (await orderView(order)).status === 'cancelled';
      expect(await stockOf(server, product.id)).toBe(isCancelled ? 100 : 99);
    },
  );

  it('has the transitions that GET /store lists', async () => {
    type Store = { orderStatuses: string[]; orderTransitions: { from: string; to: string; by: string[] }[] };
    const { orderStatuses, orderTransitions } = bodyOf(await server.client.get<Store>('/store'), 200);
    expect(orderStatuses.sort()).toEqual(Object.keys(pathTo).sort());
    for (const [from, targets] of Object.entries(STAFF_TRANSITIONS))
      expect(
        orderTransitions
          .filter((step) => step.from === from && step.by.includes('store_manager'))
          .map((step) => step.to),
      ).toEqual(targets);
    expect(orderTransitions.filter((step) => step.by.includes('user'))).toMatchObject([
      { from: 'placed', to: 'cancelled' },
    ]);
  });

  it('can be cancelled by its shopper until it is packed, which restocks it', async () => {
    const product = await addProduct();
    const [first, second] = [
      await newOrder(server, shopper, { [product.id]: 3 }),
      await newOrder(server, shopper, { [product.id]: 2 }),
    ];
    expect(bodyOf(await cancel(first), 200)).toMatchObject({ status: 'cancelled' });
    expect(bodyOf(await cancel(first), 409).code).toBe('orders.transition-not-allowed');
    bodyOf(await changeStatus(second, 'packed'), 200);
    expect(bodyOf(await cancel(second), 409)).toMatchObject({ from: 'packed', to: 'cancelled', allowed: [] });
    expect(await stockOf(server, product.id)).toBe(98);
    expect((await changeStatus(first, 'packed', shopper)).status).toBe(403);
    await expectBalancedBooks(server, admin);
  });

  it('can be cancelled after its product was deleted', async () => {
    const product = await addProduct();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    expect((await server.client.as(manager).delete(`/admin/products/${product.id}?version=1`)).status).toBe(
      204,
    );
    bodyOf(await cancel(order), 200);
    await expectBalancedBooks(server, admin);
  });

  it('can be reordered at current rates, with a notice for a product that is no longer sold', async () => {
    const [product, dearer, hidden] = [await addProduct(), await addProduct(), await addProduct()];
    const order = await newOrder(server, shopper, { [product.id]: 2, [dearer.id]: 1, [hidden.id]: 1 });
    await edit(dearer, { ratePerUnit: 9000 });
    await edit(hidden, { published: false });
    await fillCart(server, shopper, { [product.id]: 1 });
    type Cart = {
      items: { product: { id: string }; quantity: number; price: number; notices: { code: string }[] }[];
    };
    const cart = bodyOf(await server.client.as(shopper).post<Cart>(`/orders/${order.id}/reorder`), 200);
    const lines = cart.items.map(({ product: { id }, quantity, price }) => [id, quantity, price]);
    expect(lines).toContainEqual([product.id, 2, 10_000]);
    expect(lines).toContainEqual([dearer.id, 1, 9000]);
    expect(cart.items.find((item) => item.product.id === hidden.id)?.notices).toEqual([
      { code: 'cart.product-gone' },
    ]);
  });

  it('is listed newest first, by status, page by page', async () => {
    const product = await addProduct();
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

describe('GET /admin/orders', () => {
  type Table = { items: (Order & { customer: { username: string } })[]; total: number };
  const table = async (query: Record<string, string | number>): Promise<Table> =>
    bodyOf(await server.client.as(manager).get<Table>('/admin/orders', query), 200);

  it('filters and sorts by number, customer, status and time', async () => {
    const product = await addProduct();
    const [first, second] = [
      await newOrder(server, shopper, { [product.id]: 1 }),
      await newOrder(server, shopper, { [product.id]: 3 }),
    ];
    bodyOf(await changeStatus(second, 'packed'), 200);
    const ids = async (query: Record<string, string | number>): Promise<string[]> =>
      (await table({ q: shopper.username, ...query })).items.map((order) => order.id);
    expect(await ids({})).toEqual([second.id, first.id]);
    expect(await ids({ sort: 'oldest' })).toEqual([first.id, second.id]);
    expect(await ids({ sort: 'total' })).toEqual([first.id, second.id]);
    expect(await ids({ sort: '-total' })).toEqual([second.id, first.id]);
    expect(await ids({ status: 'packed' })).toEqual([second.id]);
    expect(await ids({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await ids({ from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' })).toHaveLength(2);
    expect((await table({ q: first.number.toLowerCase() })).items.map((order) => order.id)).toEqual([
      first.id,
    ]);
    expect(await table({ q: shopper.username, pageSize: 1, page: 2 })).toMatchObject({
      total: 2,
      items: [{ id: first.id }],
    });
    expect(await table({ q: '%' })).toMatchObject({ total: 0, items: [] });
  });

  it('returns the customer and the next statuses of an order', async () => {
    const product = await addProduct();
    const order = await newOrder(server, shopper, { [product.id]: 1 });
    const view = bodyOf(await server.client.as(manager).get<Order>(`/admin/orders/${order.id}`), 200);
    expect(view).toMatchObject({ id: order.id, customer: { id: shopper.id, username: shopper.username } });
    expect(view.nextStatuses).toEqual(['packed', 'cancelled']);
  });

  it.each([{}, { to: 'lost' }, { to: 'packed', status: 'x' }, { to: 'packed', note: 'a'.repeat(501) }])(
    'refuses the transition %j with 400',
    async (body) => {
      const product = await addProduct();
      const order = await newOrder(server, shopper, { [product.id]: 1 });
      bodyOf(await server.client.as(manager).post(`/admin/orders/${order.id}/transitions`, body), 400);
    },
  );
});

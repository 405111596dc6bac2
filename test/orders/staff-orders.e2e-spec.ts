import { randomUUID } from 'node:crypto';
import {
  changeProduct,
  newProduct,
  newSection,
  stockOf,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, theAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Section {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

interface Order extends Omit<TestOrder, 'items'> {
  readonly items: readonly (TestOrder['items'][number] & { section: Section | null })[];
  readonly timeline: readonly { status: string }[];
  readonly nextStatuses: readonly string[];
}

interface Outcomes {
  readonly items: readonly {
    readonly orderId: string;
    readonly order: Order | null;
    readonly problem: { readonly code: string; readonly title: string; readonly detail: string } | null;
  }[];
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let section: TestSection;
let product: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
});
beforeEach(async () => {
  shopper = await newShopper(server);
  section = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId: section.id });
});

const idsFor = async (query: Record<string, string>): Promise<string[]> => {
  const table = await server.client
    .as(manager)
    .get<{ items: Order[]; total: number }>('/admin/orders', query);
  const { items, total } = bodyOf(table, 200);
  expect(total).toBe(items.length);
  return items.map(({ id }) => id);
};

const seen = async (id: string): Promise<Order> =>
  bodyOf(await server.client.as(manager).get<Order>(`/admin/orders/${id}`), 200);

const move = async (orderIds: readonly string[], to: string, more: object = {}): Promise<Outcomes['items']> =>
  bodyOf(
    await server.client.as(manager).post<Outcomes>('/admin/orders/transitions', { orderIds, to, ...more }),
    200,
  ).items;

const undo = async (orderIds: readonly string[], status: string): Promise<Outcomes['items']> =>
  bodyOf(
    await server.client.as(manager).post<Outcomes>('/admin/orders/transitions/undo', { orderIds, status }),
    200,
  ).items;

describe('staff find orders', () => {
  it('by the beginning of a number, by any part of a name, and by a product', async () => {
    const other = await newOrder(server, await newShopper(server), {
      [(await newProduct(server, manager, { sectionId: section.id })).id]: 1,
    });
    const { id, number } = await newOrder(server, shopper, { [product.id]: 1 });
    const name = `Zoë ${randomUUID()}`;
    bodyOf(await server.client.as(shopper).patch('/users/me', { displayName: name }), 200);
    for (const q of [
      number,
      number.slice(0, 9).toLowerCase(),
      shopper.username,
      `${shopper.username}@example.com`,
      name.slice(4, 30),
      product.name,
      product.name.toUpperCase().slice(2),
    ])
      expect(await idsFor({ q })).toEqual([id]);
    expect(await idsFor({ q: other.number })).toEqual([other.id]);
  });

  it('of a product by the name that it has now, also when it is no longer sold', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    const name = `Renamed ${randomUUID()}`;
    const { version } = bodyOf(await changeProduct(server, manager, product, { name }), 200);
    expect(await idsFor({ q: name })).toEqual([id]);
    bodyOf(await server.client.as(manager).delete(`/admin/products/${product.id}?version=${version}`), 204);
    expect(await idsFor({ q: name })).toEqual([id]);
  });

  it.each(['%', '_', '!', '%%%', "' OR 1=1", 'zzz-no-such-thing', '🥭'])('by %j finds none', async (q) => {
    await newOrder(server, shopper, { [product.id]: 1 });
    expect(await idsFor({ q })).toEqual([]);
  });

  it('of a customer, and with products of a section, together with everything else', async () => {
    const elsewhere = await newSection(server, admin);
    const fish = await newProduct(server, manager, { sectionId: elsewhere.id });
    const both = await newOrder(server, shopper, { [product.id]: 1, [fish.id]: 1 });
    const one = await newOrder(server, shopper, { [product.id]: 1 });
    const another = await newOrder(server, await newShopper(server), { [product.id]: 1 });
    expect(await idsFor({ customer: shopper.id })).toEqual([one.id, both.id]);
    expect(await idsFor({ section: section.id })).toEqual([another.id, one.id, both.id]);
    expect(await idsFor({ section: elsewhere.id })).toEqual([both.id]);
    expect(await idsFor({ section: section.id, customer: shopper.id, sort: 'oldest' })).toEqual([
      both.id,
      one.id,
    ]);
    expect(await idsFor({ section: section.id, q: another.number, status: 'placed' })).toEqual([another.id]);
    expect(await idsFor({ section: randomUUID() })).toEqual([]);
    expect(await idsFor({ customer: randomUUID() })).toEqual([]);
  });

  it.each(['customer', 'section'])('but not by a %s that is no id', async (name) => {
    bodyOf(await server.client.as(manager).get('/admin/orders', { [name]: 'nonsense' }), 400);
  });
});

describe('a line of an order tells staff', () => {
  it('the section that its product is in now, and nothing of it to its shopper', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    expect((await seen(id)).items[0]?.section).toMatchObject({ id: section.id, name: section.name });
    const other = await newSection(server, admin);
    bodyOf(await changeProduct(server, manager, product, { sectionId: other.id }), 200);
    expect((await seen(id)).items[0]?.section).toMatchObject({ id: other.id, name: other.name });
    const own = bodyOf(await server.client.as(shopper).get<TestOrder>(`/orders/${id}`), 200);
    expect(own.items[0]).not.toHaveProperty('section');
  });

  it('none where the product and its section are gone', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    bodyOf(await server.client.as(manager).delete(`/admin/products/${product.id}?version=1`), 204);
    expect((await seen(id)).items[0]?.section).toMatchObject({ id: section.id });
    bodyOf(await server.client.as(admin).delete(`/admin/sections/${section.id}?version=1`), 204);
    expect((await seen(id)).items[0]?.section).toBeNull();
  });
});

describe('several orders', () => {
  it('are moved each by itself: one that is refused holds no other back', async () => {
    const [one, two, three] = [
      await newOrder(server, shopper, { [product.id]: 1 }),
      await newOrder(server, shopper, { [product.id]: 1 }),
      await newOrder(server, shopper, { [product.id]: 1 }),
    ];
    await move([two.id], 'cancelled');
    const missing = randomUUID();
    const outcomes = await move([one.id, two.id, missing, three.id], 'packed', { note: 'On the trolley' });
    expect(outcomes).toMatchObject([
      {
        orderId: one.id,
        order: { status: 'packed', nextStatuses: ['out_for_delivery', 'cancelled'] },
        problem: null,
      },
      { orderId: two.id, order: null, problem: { code: 'orders.transition-not-allowed' } },
      { orderId: missing, order: null, problem: { code: 'orders.not-found' } },
      { orderId: three.id, order: { status: 'packed' }, problem: null },
    ]);
    expect(outcomes[0]?.order?.timeline.at(-1)).toMatchObject({
      by: manager.username,
      note: 'On the trolley',
    });
    await expectBalancedBooks(server, admin);
  });

  it.each([
    { orderIds: [], to: 'packed' },
    { orderIds: ['nonsense'], to: 'packed' },
    { orderIds: [randomUUID()], to: 'lost' },
    { to: 'packed' },
    { orderIds: Array.from({ length: 101 }, () => randomUUID()), to: 'packed' },
  ])('are not moved by %j', async (body) => {
    bodyOf(await server.client.as(manager).post('/admin/orders/transitions', body), 400);
  });
});

describe('a step', () => {
  it.each([
    ['packed', []],
    ['out_for_delivery', ['packed']],
    ['delivered', ['packed', 'out_for_delivery']],
  ])('to %s is taken back as if it had not been taken, and can be taken again', async (status, way) => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    for (const step of [...way, status]) await move([id], step);
    const [outcome] = await undo([id], status);
    expect(outcome).toMatchObject({ orderId: id, problem: null });
    expect(outcome?.order?.timeline.map((step) => step.status)).toEqual(['placed', ...way]);
    expect(outcome?.order?.status).toBe(way.at(-1) ?? 'placed');
    const [entry] = await new AuditLog(server, admin).entries({ subjectId: id });
    expect(entry).toMatchObject({ action: 'orders.step-undone', before: { status } });
    expect((await move([id], status))[0]?.order?.status).toBe(status);
    await expectBalancedBooks(server, admin);
  });

  it('is not taken back when it is not the last any more, nor twice', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    await move([id], 'packed');
    await move([id], 'out_for_delivery');
    expect((await undo([id], 'packed'))[0]?.problem?.code).toBe('orders.undo-not-possible');
    const both = await Promise.all([undo([id], 'out_for_delivery'), undo([id], 'out_for_delivery')]);
    expect(both.flat().filter(({ problem }) => problem === null)).toHaveLength(1);
    expect((await seen(id)).status).toBe('packed');
  });

  it('is not taken back after ten minutes', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    await move([id], 'packed');
    await server.rows('UPDATE order_status_changes SET at = at - ? WHERE order_id = ?', [
      10 * 60_000 + 1,
      id,
    ]);
    expect((await undo([id], 'packed'))[0]?.problem?.code).toBe('orders.undo-not-possible');
    expect((await seen(id)).status).toBe('packed');
  });

  it('that cancels an order stays: its stock is back', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 2 });
    await move([id], 'cancelled');
    for (const status of ['cancelled', 'placed'])
      expect((await undo([id], status))[0]?.problem?.code).toBe('orders.undo-not-possible');
    expect((await seen(id)).status).toBe('cancelled');
    expect(await stockOf(server, product.id)).toBe(100);
    await expectBalancedBooks(server, admin);
  });
});

import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import {
  changeProduct,
  newProduct,
  newSection,
  stockOf,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Section {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

interface Order extends Omit<TestOrder, 'items'> {
  readonly items: readonly (TestOrder['items'][number] & { section: Section | null })[];
  readonly timeline: readonly { status: string; at: string }[];
  readonly nextStatuses: readonly string[];
  readonly undo: { readonly status: string; readonly until: string } | null;
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
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
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

const viewOf = async (id: string): Promise<Order> =>
  bodyOf(await server.client.as(manager).get<Order>(`/admin/orders/${id}`), 200);

const changeStatus = async (
  orderIds: readonly string[],
  to: string,
  options: object = {},
): Promise<Outcomes['items']> =>
  bodyOf(
    await server.client.as(manager).post<Outcomes>('/admin/orders/transitions', { orderIds, to, ...options }),
    200,
  ).items;

const undo = async (orderIds: readonly string[], status: string): Promise<Outcomes['items']> =>
  bodyOf(
    await server.client.as(manager).post<Outcomes>('/admin/orders/transitions/undo', { orderIds, status }),
    200,
  ).items;

describe('searching orders as staff', () => {
  it('matches a number prefix, part of a name, and a product', async () => {
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

  it('matches the current name of a product, also after its deletion', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    const name = `Renamed ${randomUUID()}`;
    const { version } = bodyOf(await changeProduct(server, manager, product, { name }), 200);
    expect(await idsFor({ q: name })).toEqual([id]);
    bodyOf(await server.client.as(manager).delete(`/admin/products/${product.id}?version=${version}`), 204);
    expect(await idsFor({ q: name })).toEqual([id]);
  });

  it.each(['%', '_', '!', '%%%', "' OR 1=1", 'zzz-no-such-thing', '🥭'])(
    'finds nothing for %j',
    async (q) => {
      await newOrder(server, shopper, { [product.id]: 1 });
      expect(await idsFor({ q })).toEqual([]);
    },
  );

  it('combines customer, section and other filters', async () => {
    const elsewhere = await newSection(server, admin);
    const fish = await newProduct(server, manager, { sectionId: elsewhere.id });
    const both = await newOrder(server, shopper, { [product.id]: 1, [fish.id]: 1 });
    const single = await newOrder(server, shopper, { [product.id]: 1 });
    const another = await newOrder(server, await newShopper(server), { [product.id]: 1 });
    expect(await idsFor({ customer: shopper.id })).toEqual([single.id, both.id]);
    expect(await idsFor({ section: section.id })).toEqual([another.id, single.id, both.id]);
    expect(await idsFor({ section: elsewhere.id })).toEqual([both.id]);
    expect(await idsFor({ section: section.id, customer: shopper.id, sort: 'oldest' })).toEqual([
      both.id,
      single.id,
    ]);
    expect(await idsFor({ section: section.id, q: another.number, status: 'placed' })).toEqual([another.id]);
    expect(await idsFor({ section: randomUUID() })).toEqual([]);
    expect(await idsFor({ customer: randomUUID() })).toEqual([]);
  });

  it.each(['customer', 'section'])('refuses an invalid %s ID with 400', async (name) => {
    bodyOf(await server.client.as(manager).get('/admin/orders', { [name]: 'nonsense' }), 400);
  });
});

describe('sections of order lines', () => {
  it('show staff the current section of the product, and nothing to the shopper', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    expect((await viewOf(id)).items[0]?.section).toMatchObject({ id: section.id, name: section.name });
    const other = await newSection(server, admin);
    bodyOf(await changeProduct(server, manager, product, { sectionId: other.id }), 200);
    expect((await viewOf(id)).items[0]?.section).toMatchObject({ id: other.id, name: other.name });
    const own = bodyOf(await server.client.as(shopper).get<TestOrder>(`/orders/${id}`), 200);
    expect(own.items[0]).not.toHaveProperty('section');
  });

  it('are null after the product and its section were deleted', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    bodyOf(await server.client.as(manager).delete(`/admin/products/${product.id}?version=1`), 204);
    expect((await viewOf(id)).items[0]?.section).toMatchObject({ id: section.id });
    bodyOf(await server.client.as(admin).delete(`/admin/sections/${section.id}?version=1`), 204);
    expect((await viewOf(id)).items[0]?.section).toBeNull();
  });
});

describe('POST /admin/orders/transitions', () => {
  it('changes each order independently of refused ones', async () => {
    const [first, second, third] = [
      await newOrder(server, shopper, { [product.id]: 1 }),
      await newOrder(server, shopper, { [product.id]: 1 }),
      await newOrder(server, shopper, { [product.id]: 1 }),
    ];
    await changeStatus([second.id], 'cancelled');
    const missing = randomUUID();
    const outcomes = await changeStatus([first.id, second.id, missing, third.id], 'packed', {
      note: 'On the trolley',
    });
    expect(outcomes).toMatchObject([
      {
        orderId: first.id,
        order: { status: 'packed', nextStatuses: ['out_for_delivery', 'cancelled'] },
        problem: null,
      },
      { orderId: second.id, order: null, problem: { code: 'orders.transition-not-allowed' } },
      { orderId: missing, order: null, problem: { code: 'orders.not-found' } },
      { orderId: third.id, order: { status: 'packed' }, problem: null },
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
  ])('refuses %j with 400', async (body) => {
    bodyOf(await server.client.as(manager).post('/admin/orders/transitions', body), 400);
  });
});

describe('POST /admin/orders/transitions/undo', () => {
  it.each([
    ['packed', []],
    ['out_for_delivery', ['packed']],
    ['delivered', ['packed', 'out_for_delivery']],
  ])('undoes the transition to %s completely, so that it can be repeated', async (status, path) => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    for (const target of [...path, status]) await changeStatus([id], target);
    const [outcome] = await undo([id], status);
    expect(outcome).toMatchObject({ orderId: id, problem: null });
    expect(outcome?.order?.timeline.map((step) => step.status)).toEqual(['placed', ...path]);
    expect(outcome?.order?.status).toBe(path.at(-1) ?? 'placed');
    const [entry] = await new AuditLog(server, admin).entries({ subjectId: id });
    expect(entry).toMatchObject({ action: 'orders.step-undone', before: { status } });
    expect((await changeStatus([id], status))[0]?.order?.status).toBe(status);
    await expectBalancedBooks(server, admin);
  });

  it('refuses to undo a transition that is not the latest, or twice', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    await changeStatus([id], 'packed');
    await changeStatus([id], 'out_for_delivery');
    expect((await undo([id], 'packed'))[0]?.problem?.code).toBe('orders.undo-not-possible');
    const both = await Promise.all([undo([id], 'out_for_delivery'), undo([id], 'out_for_delivery')]);
    expect(both.flat().filter(({ problem }) => problem === null)).toHaveLength(1);
    expect((await viewOf(id)).status).toBe('packed');
  });

  it('says until when the latest transition can be undone, one after another', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    expect((await viewOf(id)).undo).toBeNull();
    await changeStatus([id], 'packed');
    const [outcome] = await changeStatus([id], 'out_for_delivery');
    const { timeline, undo: possible } = await viewOf(id);
    const changedAt = Date.parse(timeline.at(-1)?.at ?? '');
    expect(possible).toEqual({
      status: 'packed',
      until: new Date(changedAt + 10 * MINUTE_MS).toISOString(),
    });
    expect(outcome?.order?.undo).toEqual(possible);
    const [undone] = await undo([id], 'out_for_delivery');
    expect(undone?.order?.undo?.status).toBe('placed');
    await undo([id], 'packed');
    expect((await viewOf(id)).undo).toBeNull();
    await changeStatus([id], 'cancelled');
    expect((await viewOf(id)).undo).toBeNull();
  });

  it('refuses to undo a transition after ten minutes', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    await changeStatus([id], 'packed');
    await server.rows('UPDATE order_status_changes SET at = at - ? WHERE order_id = ?', [
      10 * MINUTE_MS + 1,
      id,
    ]);
    expect((await viewOf(id)).undo).toBeNull();
    expect((await undo([id], 'packed'))[0]?.problem?.code).toBe('orders.undo-not-possible');
    expect((await viewOf(id)).status).toBe('packed');
  });

  it('refuses to undo a cancellation, which has restocked the order', async () => {
    const { id } = await newOrder(server, shopper, { [product.id]: 2 });
    await changeStatus([id], 'cancelled');
    for (const status of ['cancelled', 'placed'])
      expect((await undo([id], status))[0]?.problem?.code).toBe('orders.undo-not-possible');
    expect((await viewOf(id)).status).toBe('cancelled');
    expect(await stockOf(server, product.id)).toBe(100);
    await expectBalancedBooks(server, admin);
  });
});

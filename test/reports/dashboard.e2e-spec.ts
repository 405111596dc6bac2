import { DAY_MS, HOUR_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newFailedEvent } from '../factories/failed-events.js';
import { newOrder } from '../factories/orders.js';
import {
  newManager,
  newShopper,
  newUsername,
  register,
  signInAdmin,
  type TestUser,
} from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { EventReader } from '../support/clients/event-reader.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Dashboard {
  readonly today: { since: string; orders: number; revenue: number; cancelled: number; delivered: number };
  readonly openOrders: { placed: number; packed: number; outForDelivery: number };
  readonly currency: string;
  readonly lowStock: number;
  readonly outOfStock: number;
  readonly pendingAccounts: number;
  readonly pendingSectionRequests: number;
  readonly failedEvents: number;
  readonly sameWeekday: readonly { day: string; orders: number; revenue: number; wholeDay: number }[];
  readonly books: { balanced: boolean; checkedAt: string };
}

/** Kolkata is five and a half hours ahead of UTC, all year. */
const OFFSET_MS = 5.5 * HOUR_MS;

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let sectionId: string;
let product: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  sectionId = (await newSection(server, admin)).id;
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 1000 });
});

const dashboard = async (who: TestUser = manager): Promise<Dashboard> =>
  bodyOf(await server.client.as(who).get<Dashboard>('/admin/dashboard'), 200);

const changeStatus = async (orderId: string, ...steps: string[]): Promise<void> => {
  for (const to of steps)
    bodyOf(await server.client.as(manager).post(`/admin/orders/${orderId}/transitions`, { to }), 200);
};

describe('GET /admin/dashboard', () => {
  it('returns zeros for a new store', async () => {
    const now = Date.now() + OFFSET_MS;
    expect(await dashboard()).toEqual({
      today: {
        since: new Date(now - (now % DAY_MS) - OFFSET_MS).toISOString(),
        orders: 0,
        revenue: 0,
        cancelled: 0,
        delivered: 0,
      },
      openOrders: { placed: 0, packed: 0, outForDelivery: 0 },
      currency: 'INR',
      lowStock: 0,
      outOfStock: 0,
      withoutHsn: 0,
      pendingAccounts: 0,
      pendingSectionRequests: 0,
      failedEvents: 0,
      sameWeekday: [1, 2, 3, 4].map((week) => ({
        day: new Date(now - week * 7 * DAY_MS).toISOString().slice(0, 10),
        orders: 0,
        revenue: 0,
        wholeDay: 0,
      })),
      books: { balanced: true, checkedAt: expect.any(String) as string },
    });
  });

  it('returns the result of the last check of the books', async () => {
    const checked = bodyOf(await server.client.as(admin).get<Dashboard['books']>('/admin/books'), 200);
    expect((await dashboard()).books).toEqual({ balanced: checked.balanced, checkedAt: checked.checkedAt });
  });

  it('counts the orders of the day and all open orders', async () => {
    const orders = [];
    for (let i = 0; i < 5; i++) orders.push(await newOrder(server, shopper, { [product.id]: 1 }));
    const [packed, sent, delivered, cancelled] = orders.map(({ id }) => id);
    await changeStatus(packed!, 'packed');
    await changeStatus(sent!, 'packed', 'out_for_delivery');
    await changeStatus(delivered!, 'packed', 'out_for_delivery', 'delivered');
    await changeStatus(cancelled!, 'cancelled');
    // An order of yesterday that is not packed yet.
    const old = await newOrder(server, shopper, { [product.id]: 1 });
    await server.rows('UPDATE orders SET timestamp = timestamp - ? WHERE id = ?', [DAY_MS, old.id]);

    const { today, openOrders } = await dashboard();
    const revenue = orders.reduce((sum, { total }) => sum + total, 0) - orders[3]!.total;
    expect(today).toMatchObject({ orders: 5, revenue, cancelled: 1, delivered: 1 });
    expect(openOrders).toEqual({ placed: 2, packed: 1, outForDelivery: 1 });
  });

  it('compares today with the same part of this weekday in earlier weeks', async () => {
    const midnight = Date.parse((await dashboard()).today.since);
    const placedAt = async (at: number): Promise<number> => {
      const { id, total } = await newOrder(server, shopper, { [product.id]: 1 });
      await server.rows('UPDATE orders SET timestamp = ? WHERE id = ?', [at, id]);
      return total;
    };
    const before = await placedAt(midnight - 7 * DAY_MS);
    const after = await placedAt(midnight - 6 * DAY_MS - 1);
    const early = await placedAt(midnight - 28 * DAY_MS);
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    await changeStatus(id, 'cancelled');
    await server.rows('UPDATE orders SET timestamp = ? WHERE id = ?', [midnight - 7 * DAY_MS, id]);

    const { sameWeekday } = await dashboard();
    expect(sameWeekday[0]).toMatchObject({ orders: 2, revenue: before, wholeDay: before + after });
    expect(sameWeekday[1]).toMatchObject({ orders: 0, revenue: 0, wholeDay: 0 });
    expect(sameWeekday[3]).toMatchObject({ orders: 1, revenue: early });
  });

  it('counts low and sold-out products, and no deleted ones', async () => {
    const addProduct = (quantityAvailable: number, lowStockThreshold: number): Promise<TestProduct> =>
      newProduct(server, admin, { sectionId, quantityAvailable, lowStockThreshold });
    await addProduct(0, 0);
    await addProduct(0, 5);
    await addProduct(4, 5);
    await addProduct(5, 5);
    const deleted = await addProduct(1, 5);
    bodyOf(await server.client.as(manager).delete(`/admin/products/${deleted.id}?version=1`), 204);
    expect(await dashboard()).toMatchObject({ lowStock: 2, outOfStock: 2 });
    // The product lists behind the two numbers have the same length.
    const listed = async (stock: 'low' | 'out'): Promise<number> => {
      const table = await server.client.as(manager).get<{ total: number }>('/admin/products', { stock });
      return bodyOf(table, 200).total;
    };
    expect([await listed('low'), await listed('out')]).toEqual([2, 2]);
  });

  it('counts pending accounts, section requests and failed events', async () => {
    await register(server, newUsername(), 'store_manager');
    const request = { requestType: 'create', sectionName: 'Bakery', reason: 'People ask for bread.' };
    bodyOf(await server.client.as(shopper).post('/section-requests', request), 201);
    await newFailedEvent(server);
    expect(await dashboard(admin)).toMatchObject({
      pendingAccounts: 1,
      pendingSectionRequests: 1,
      failedEvents: 1,
    });
  });
});

describe('GET /admin/dashboard/events', () => {
  it('sends each kind of change soon after it', async () => {
    const reader = await EventReader.open(server.url, '/admin/dashboard/events', manager);
    const last = (): Dashboard => reader.data<Dashboard>().at(-1)!;
    await reader.waitUntil(({ events }) => events.length === 1);
    const before = await dashboard();
    expect(last()).toEqual(before);

    await newOrder(server, shopper, { [product.id]: 1 });
    await reader.waitUntil(() => last().today.orders === before.today.orders + 1);
    await newProduct(server, admin, { sectionId, quantityAvailable: 0 });
    await reader.waitUntil(() => last().outOfStock === before.outOfStock + 1);
    const pendingId = await register(server, newUsername(), 'store_manager');
    await reader.waitUntil(() => last().pendingAccounts === before.pendingAccounts + 1);
    bodyOf(await server.client.as(admin).post(`/admin/users/${pendingId}/approve`), 200);
    await reader.waitUntil(() => last().pendingAccounts === before.pendingAccounts);
    const request = { requestType: 'create', sectionName: 'Fish', reason: 'People ask for fish.' };
    const { id } = bodyOf(
      await server.client.as(shopper).post<{ id: string }>('/section-requests', request),
      201,
    );
    await reader.waitUntil(() => last().pendingSectionRequests === before.pendingSectionRequests + 1);
    bodyOf(
      await server.client.as(admin).post(`/admin/section-requests/${id}/reject`, { note: 'No room.' }),
      200,
    );
    await reader.waitUntil(() => last().pendingSectionRequests === before.pendingSectionRequests);
    expect(reader.comments).toBeLessThanOrEqual(1);
  });

  it('sends at most one event per second, however many changes happen', async () => {
    const reader = await EventReader.open(server.url, '/admin/dashboard/events', manager);
    await reader.waitUntil(({ events }) => events.length === 1);
    const started = performance.now();
    const before = (await dashboard()).today.orders;
    for (let i = 0; i < 10; i++) await newOrder(server, shopper, { [product.id]: 1 });
    await reader.waitUntil(() => reader.data<Dashboard>().at(-1)?.today.orders === before + 10);
    const seconds = (performance.now() - started) / SECOND_MS;
    expect(reader.events.length).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
  });
});

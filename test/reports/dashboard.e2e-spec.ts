import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newFailure } from '../factories/failures.js';
import { newOrder } from '../factories/orders.js';
import {
  newManager,
  newShopper,
  newUsername,
  register,
  theAdmin,
  type TestUser,
} from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { EventReader } from '../support/clients/event-reader.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Figures {
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

/** Kolkata's clock is five and a half hours ahead of UTC, all year. */
const OFFSET = 5.5 * 3_600_000;
const DAY = 86_400_000;

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let sectionId: string;
let product: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  shopper = await newShopper(server);
  sectionId = (await newSection(server, admin)).id;
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 1000 });
});

const figures = async (who: TestUser = manager): Promise<Figures> =>
  bodyOf(await server.client.as(who).get<Figures>('/admin/dashboard'), 200);

const move = async (orderId: string, ...steps: string[]): Promise<void> => {
  for (const to of steps)
    bodyOf(await server.client.as(manager).post(`/admin/orders/${orderId}/transitions`, { to }), 200);
};

describe('the dashboard', () => {
  it('tells of nothing where there is nothing', async () => {
    const now = Date.now() + OFFSET;
    expect(await figures()).toEqual({
      today: {
        since: new Date(now - (now % DAY) - OFFSET).toISOString(),
        orders: 0,
        revenue: 0,
        cancelled: 0,
        delivered: 0,
      },
      openOrders: { placed: 0, packed: 0, outForDelivery: 0 },
      currency: 'INR',
      lowStock: 0,
      outOfStock: 0,
      pendingAccounts: 0,
      pendingSectionRequests: 0,
      failedEvents: 0,
      sameWeekday: [1, 2, 3, 4].map((week) => ({
        day: new Date(now - week * 7 * DAY).toISOString().slice(0, 10),
        orders: 0,
        revenue: 0,
        wholeDay: 0,
      })),
      books: { balanced: true, checkedAt: expect.any(String) as string },
    });
  });

  it('tells how the books stood at their last check', async () => {
    const checked = bodyOf(await server.client.as(admin).get<Figures['books']>('/admin/books'), 200);
    expect((await figures()).books).toEqual({ balanced: checked.balanced, checkedAt: checked.checkedAt });
  });

  it('counts the orders of the day, and all that are open', async () => {
    const orders = [];
    for (let i = 0; i < 5; i++) orders.push(await newOrder(server, shopper, { [product.id]: 1 }));
    const [packed, sent, delivered, cancelled] = orders.map(({ id }) => id);
    await move(packed!, 'packed');
    await move(sent!, 'packed', 'out_for_delivery');
    await move(delivered!, 'packed', 'out_for_delivery', 'delivered');
    await move(cancelled!, 'cancelled');
    // One of yesterday, that nobody has packed yet.
    const old = await newOrder(server, shopper, { [product.id]: 1 });
    await server.rows('UPDATE orders SET timestamp = timestamp - ? WHERE id = ?', [DAY, old.id]);

    const { today, openOrders } = await figures();
    const revenue = orders.reduce((sum, { total }) => sum + total, 0) - orders[3]!.total;
    expect(today).toMatchObject({ orders: 5, revenue, cancelled: 1, delivered: 1 });
    expect(openOrders).toEqual({ placed: 2, packed: 1, outForDelivery: 1 });
  });

  it('holds today against as much of this weekday as had passed by now', async () => {
    const midnight = Date.parse((await figures()).today.since);
    const placedAt = async (at: number): Promise<number> => {
      const { id, total } = await newOrder(server, shopper, { [product.id]: 1 });
      await server.rows('UPDATE orders SET timestamp = ? WHERE id = ?', [at, id]);
      return total;
    };
    const before = await placedAt(midnight - 7 * DAY);
    const after = await placedAt(midnight - 6 * DAY - 1);
    const early = await placedAt(midnight - 28 * DAY);
    const { id } = await newOrder(server, shopper, { [product.id]: 1 });
    await move(id, 'cancelled');
    await server.rows('UPDATE orders SET timestamp = ? WHERE id = ?', [midnight - 7 * DAY, id]);

    const { sameWeekday } = await figures();
    expect(sameWeekday[0]).toMatchObject({ orders: 2, revenue: before, wholeDay: before + after });
    expect(sameWeekday[1]).toMatchObject({ orders: 0, revenue: 0, wholeDay: 0 });
    expect(sameWeekday[3]).toMatchObject({ orders: 1, revenue: early });
  });

  it('counts what is running out, and nothing that is deleted', async () => {
    const newOne = (quantityAvailable: number, lowStockThreshold: number): Promise<TestProduct> =>
      newProduct(server, admin, { sectionId, quantityAvailable, lowStockThreshold });
    await newOne(0, 0);
    await newOne(0, 5);
    await newOne(4, 5);
    await newOne(5, 5);
    const gone = await newOne(1, 5);
    bodyOf(await server.client.as(manager).delete(`/admin/products/${gone.id}?version=1`), 204);
    expect(await figures()).toMatchObject({ lowStock: 2, outOfStock: 2 });
    // The lists that the two figures lead to are as long.
    const listed = async (stock: 'low' | 'out'): Promise<number> => {
      const table = await server.client.as(manager).get<{ total: number }>('/admin/products', { stock });
      return bodyOf(table, 200).total;
    };
    expect([await listed('low'), await listed('out')]).toEqual([2, 2]);
  });

  it('counts what waits for somebody', async () => {
    await register(server, newUsername(), 'store_manager');
    const asked = { requestType: 'create', sectionName: 'Bakery', reason: 'People ask for bread.' };
    bodyOf(await server.client.as(shopper).post('/section-requests', asked), 201);
    await newFailure(server);
    expect(await figures(admin)).toMatchObject({
      pendingAccounts: 1,
      pendingSectionRequests: 1,
      failedEvents: 1,
    });
  });
});

describe('the stream of the dashboard', () => {
  it('shows each kind of change soon after it', async () => {
    const reader = await EventReader.open(server.url, '/admin/dashboard/events', manager);
    const last = (): Figures => reader.data<Figures>().at(-1)!;
    await reader.until(({ events }) => events.length === 1);
    const before = await figures();
    expect(last()).toEqual(before);

    await newOrder(server, shopper, { [product.id]: 1 });
    await reader.until(() => last().today.orders === before.today.orders + 1);
    await newProduct(server, admin, { sectionId, quantityAvailable: 0 });
    await reader.until(() => last().outOfStock === before.outOfStock + 1);
    const manyWait = await register(server, newUsername(), 'store_manager');
    await reader.until(() => last().pendingAccounts === before.pendingAccounts + 1);
    bodyOf(await server.client.as(admin).post(`/admin/users/${manyWait}/approve`), 200);
    await reader.until(() => last().pendingAccounts === before.pendingAccounts);
    const asked = { requestType: 'create', sectionName: 'Fish', reason: 'People ask for fish.' };
    const { id } = bodyOf(
      await server.client.as(shopper).post<{ id: string }>('/section-requests', asked),
      201,
    );
    await reader.until(() => last().pendingSectionRequests === before.pendingSectionRequests + 1);
    bodyOf(
      await server.client.as(admin).post(`/admin/section-requests/${id}/reject`, { note: 'No room.' }),
      200,
    );
    await reader.until(() => last().pendingSectionRequests === before.pendingSectionRequests);
    expect(reader.comments).toBeLessThanOrEqual(1);
  });

  it('is sent once a second at most, however much happens', async () => {
    const reader = await EventReader.open(server.url, '/admin/dashboard/events', manager);
    await reader.until(({ events }) => events.length === 1);
    const started = performance.now();
    const before = (await figures()).today.orders;
    for (let i = 0; i < 10; i++) await newOrder(server, shopper, { [product.id]: 1 });
    await reader.until(() => reader.data<Figures>().at(-1)?.today.orders === before + 10);
    const seconds = (performance.now() - started) / 1000;
    expect(reader.events.length).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
  });
});

import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newShoppers, newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { EventReader } from '../support/clients/event-reader.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { HAS_REDIS } from '../support/servers/redis.js';
import { startServer, type ServerProcess } from '../support/servers/server.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';

const MAX_STREAMS_PER_USER = 20;

interface Entry {
  readonly status: string;
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
}

let server: ServerProcess;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 10_000 });
});

const placeOrder = (by: TestUser = shopper): Promise<TestOrder> => newOrder(server, by, { [product.id]: 1 });

const changeStatus = async (order: TestOrder, to: string, on: ServerProcess = server): Promise<void> => {
  bodyOf(
    await on.client.as(manager).post(`/admin/orders/${order.id}/transitions`, { to, note: `to ${to}` }),
    200,
  );
};

const follow = (order: TestOrder, lastEventId?: string, of: TestUser = shopper): Promise<EventReader> =>
  EventReader.open(server.url, `/orders/${order.id}/events`, of, lastEventId);

const statusesIn = (reader: EventReader): string[] => reader.data<Entry>().map(({ status }) => status);

describe('GET /orders/:id/events', () => {
  it('sends each transition as it happens, and ends after the last one', async () => {
    const order = await placeOrder();
    const reader = await follow(order);
    await reader.waitUntil(({ events }) => events.length === 1);
    for (const [i, to] of ['packed', 'out_for_delivery', 'delivered'].entries()) {
      await changeStatus(order, to);
      await reader.waitUntil(({ events }) => events.length === i + 2);
    }
    await reader.waitForEnd();

    const { timeline } = bodyOf(
      await server.client.as(shopper).get<{ timeline: Entry[] }>(`/orders/${order.id}`),
      200,
    );
    expect(reader.data()).toEqual(timeline);
    expect(timeline.at(-1)).toMatchObject({
      status: 'delivered',
      by: manager.username,
      note: 'to delivered',
    });
    expect(reader.events.map(({ id, type }) => `${type} ${id}`)).toEqual(
      [1, 2, 3, 4].map((n) => `status ${n}:${order.total}`),
    );
  });

  it('sends the total when a discount changes it, with the position in the timeline, also to one who was away', async () => {
    const order = await placeOrder();
    const reader = await follow(order);
    await reader.waitUntil(({ events }) => events.length === 1);
    const path = `/admin/orders/${order.id}/discounts`;
    const given = await server.client.as(manager).post<{ id: string }>(path, { label: 'Sorry', amount: 100 });
    await reader.waitUntil(({ events }) => events.length === 2);
    await changeStatus(order, 'packed');
    await reader.waitUntil(({ events }) => events.length === 3);
    const takenBack = await server.client.as(manager).delete(`${path}/${bodyOf(given, 201).id}`);
    expect(takenBack.status).toBe(204);
    await reader.waitUntil(({ events }) => events.length === 4);
    expect(reader.events.map(({ id, type }) => `${type} ${id}`)).toEqual([
      ...[`status 1:${order.total}`, `total 1:${order.total - 100}`],
      ...[`status 2:${order.total - 100}`, `total 2:${order.total}`],
    ]);
    const totals = reader.data<{ total?: number }>().flatMap(({ total }) => total ?? []);
    expect(totals).toEqual([order.total - 100, order.total]);

    const back = await follow(order, `2:${order.total - 100}`);
    await back.waitUntil(({ events }) => events.length === 1);
    expect(back.data()).toEqual([{ total: order.total }]);
  });

  it('sends a transition within two seconds, before the next heartbeat', async () => {
    const order = await placeOrder();
    const reader = await follow(order);
    const started = performance.now();
    await changeStatus(order, 'packed');
    await reader.waitUntil(({ events }) => events.length === 2);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('forbids caching and proxy buffering', async () => {
    const { headers } = await follow(await placeOrder());
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
  });

  it('continues after the last event of a subscriber, without duplicates or gaps', async () => {
    const order = await placeOrder();
    await changeStatus(order, 'packed');
    const first = await follow(order);
    await first.waitUntil(({ events }) => events.length === 2);
    first.close();
    await changeStatus(order, 'out_for_delivery');
    const second = await follow(order, first.events.at(-1)?.id);
    await second.waitUntil(({ events }) => events.length === 1);
    await changeStatus(order, 'delivered');
    await second.waitForEnd();
    expect([...statusesIn(first), ...statusesIn(second)]).toEqual([
      'placed',
      'packed',
      'out_for_delivery',
      'delivered',
    ]);
  });

  it.each(['0', '5', '-1', 'nonsense', '1 OR 1=1', '__proto__'])(
    'starts at the beginning for the invalid ID %s',
    async (lastEventId) => {
      const order = await placeOrder();
      const reader = await follow(order, lastEventId);
      await reader.waitUntil(({ events }) => events.length === 1);
      expect(statusesIn(reader)).toEqual(['placed']);
    },
  );

  it('returns 204 to a subscriber that has every event, so that a browser does not reconnect', async () => {
    const order = await placeOrder();
    bodyOf(await server.client.as(shopper).post(`/orders/${order.id}/cancel`), 200);
    const reader = await follow(order);
    await reader.waitForEnd();
    expect(statusesIn(reader)).toEqual(['placed', 'cancelled']);
    const repeated = await EventReader.connect(server.url, `/orders/${order.id}/events`, shopper, '2');
    expect(repeated.status).toBe(204);
  });

  it('returns 404 to another shopper', async () => {
    const order = await placeOrder();
    const another = server.client.as(await newShopper(server));
    const response = await another.get<Problem>(`/orders/${order.id}/events`);
    expect([response.status, response.body.code]).toEqual([404, 'orders.not-found']);
    expect((await another.get<Problem>('/orders/nothing/events')).status).toBe(404);
  });

  it('returns an empty body for HEAD', async () => {
    const order = await placeOrder();
    const headers = { authorization: `Bearer ${shopper.accessToken}` };
    const path = `/api/v1/orders/${order.id}/events`;
    const head = await sendRaw(server.url, { method: 'HEAD', path, headers });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('a stream subscriber', () => {
  it('is disconnected when an admin suspends the account', async () => {
    const other = await newShopper(server);
    const reader = await follow(await placeOrder(other), undefined, other);
    await reader.waitUntil(({ events }) => events.length === 1);
    const started = performance.now();
    bodyOf(await server.client.as(admin).post(`/admin/users/${other.id}/suspend`, { reason: 'test' }), 200);
    await reader.waitForEnd();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is disconnected at the end of its session, while other sessions stay', async () => {
    const other = await newShopper(server);
    const order = await placeOrder(other);
    const elsewhere = bodyOf(
      await server.client.post<{ accessToken: string }>('/auth/login', {
        username: other.username,
        password: other.password,
      }),
      200,
    );
    const [ending, staying] = [
      await follow(order, undefined, other),
      await EventReader.open(server.url, `/orders/${order.id}/events`, elsewhere),
    ];
    bodyOf(await server.client.as(elsewhere).delete('/users/me/sessions'), 204);
    await ending.waitForEnd();
    await changeStatus(order, 'packed');
    await staying.waitUntil(({ events }) => events.length === 2);
    expect(staying.hasEnded).toBe(false);
  });

  it('may open twenty streams, and another after one is closed', async () => {
    const other = await newShopper(server);
    const order = await placeOrder(other);
    const readers = [];
    for (let i = 0; i < MAX_STREAMS_PER_USER; i++) readers.push(await follow(order, undefined, other));
    const refused = await server.client.as(other).get<Problem>(`/orders/${order.id}/events`);
    expect([refused.status, refused.body.code]).toEqual([429, 'live.too-many-streams']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Other users are not affected.
    await follow(await placeOrder());

    readers[0]?.close();
    await expect(eventually(() => follow(order, undefined, other))).resolves.toBeDefined();
  });
});

/** Retries for some seconds until it succeeds. */
async function eventually<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe('a hundred streams', () => {
  it('receive one order each, and are closed when their clients leave', async () => {
    const shoppers = await newShoppers(server, 100);
    const orders = await Promise.all(shoppers.map((user) => placeOrder(user)));
    const readers = await Promise.all(orders.map((order, i) => follow(order, undefined, shoppers[i])));
    await Promise.all(orders.map((order) => changeStatus(order, 'packed')));
    await Promise.all(readers.map((reader) => reader.waitUntil(({ events }) => events.length === 2)));
    expect(readers.map(statusesIn)).toEqual(readers.map(() => ['placed', 'packed']));
    for (const reader of readers) reader.close();
  });
});

describe('a stopping server', () => {
  it('ends open streams without waiting for them', async () => {
    const other = await startServer();
    const otherAdmin = await signInAdmin(other);
    const readers = await Promise.all(
      Array.from({ length: 10 }, () => EventReader.open(other.url, '/admin/dashboard/events', otherAdmin)),
    );
    // A client that reads nothing, like a sleeping phone.
    await EventReader.connect(other.url, '/admin/dashboard/events', otherAdmin);
    await Promise.all(readers.map((reader) => reader.waitUntil(({ events }) => events.length === 1)));
    const started = performance.now();
    expect(await other.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(2000);
    await Promise.all(readers.map((reader) => reader.waitForEnd()));
  });
});

const withTwoProcesses = describeIf(ENGINE === 'postgres' && HAS_REDIS);

withTwoProcesses('two processes with Redis', () => {
  it('notify each other of changes', async () => {
    const order = await placeOrder();
    const reader = await follow(order);
    const other = await secondProcess();
    const started = performance.now();
    await changeStatus(order, 'packed', other);
    await reader.waitUntil(({ events }) => events.length === 2);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

withTwoProcesses('two processes without Redis', () => {
  it('see each other’s changes at the next heartbeat, and their own immediately', async () => {
    const order = await placeOrder();
    const reader = await follow(order);
    const other = await secondProcess();
    await server.redis!.stop();
    const started = performance.now();
    await changeStatus(order, 'packed');
    await reader.waitUntil(({ events }) => events.length === 2);
    expect(performance.now() - started).toBeLessThan(2000);
    await changeStatus(order, 'out_for_delivery', other);
    await reader.waitUntil(({ events }) => events.length === 3);

    await server.redis!.start();
    await changeStatus(order, 'delivered', other);
    await reader.waitForEnd();
    expect(statusesIn(reader)).toEqual(['placed', 'packed', 'out_for_delivery', 'delivered']);
  });
});

async function secondProcess(): Promise<ServerProcess> {
  return startServer({
    location: { dataDir: server.dataDir, databaseUrl: server.databaseUrl, redis: server.redis },
  });
}

import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { manyShoppers, newManager, newShopper, theAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { EventReader } from '../support/clients/event-reader.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { HAS_REDIS } from '../support/servers/redis.js';
import { startServer, type Server } from '../support/servers/server.js';
import { describeWhere, ENGINE } from '../support/stores/engine.js';

const MAX_STREAMS_PER_USER = 20;

interface Entry {
  readonly status: string;
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  shopper = await newShopper(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 10_000 });
});

const placed = (by: TestUser = shopper): Promise<TestOrder> => newOrder(server, by, { [product.id]: 1 });

const move = async (order: TestOrder, to: string, on: Server = server): Promise<void> => {
  bodyOf(
    await on.client.as(manager).post(`/admin/orders/${order.id}/transitions`, { to, note: `to ${to}` }),
    200,
  );
};

const follow = (order: TestOrder, lastEventId?: string, of: TestUser = shopper): Promise<EventReader> =>
  EventReader.open(server.url, `/orders/${order.id}/events`, of, lastEventId);

const statusesIn = (reader: EventReader): string[] => reader.data<Entry>().map(({ status }) => status);

describe('the stream of an order', () => {
  it('sees each step while somebody else takes it, and ends with the last', async () => {
    const order = await placed();
    const reader = await follow(order);
    await reader.until(({ events }) => events.length === 1);
    for (const [i, to] of ['packed', 'out_for_delivery', 'delivered'].entries()) {
      await move(order, to);
      await reader.until(({ events }) => events.length === i + 2);
    }
    await reader.ended();

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
      [1, 2, 3, 4].map((n) => `status ${n}`),
    );
  });

  it('arrives soon after the step, not with the next heartbeat', async () => {
    const order = await placed();
    const reader = await follow(order);
    const started = performance.now();
    await move(order, 'packed');
    await reader.until(({ events }) => events.length === 2);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is kept by nobody, and by no proxy on its way', async () => {
    const { headers } = await follow(await placed());
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
  });

  it('goes on after the last event that a reader has, neither twice nor with a gap', async () => {
    const order = await placed();
    await move(order, 'packed');
    const first = await follow(order);
    await first.until(({ events }) => events.length === 2);
    first.leave();
    await move(order, 'out_for_delivery');
    const second = await follow(order, first.events.at(-1)?.id);
    await second.until(({ events }) => events.length === 1);
    await move(order, 'delivered');
    await second.ended();
    expect([...statusesIn(first), ...statusesIn(second)]).toEqual([
      'placed',
      'packed',
      'out_for_delivery',
      'delivered',
    ]);
  });

  it.each(['0', '5', '-1', 'nonsense', '1 OR 1=1', '__proto__'])(
    'begins at the beginning for the made-up id %s',
    async (lastEventId) => {
      const order = await placed();
      const reader = await follow(order, lastEventId);
      await reader.until(({ events }) => events.length === 1);
      expect(statusesIn(reader)).toEqual(['placed']);
    },
  );

  it('is 204 where the reader has it all, so that a browser does not come back', async () => {
    const order = await placed();
    bodyOf(await server.client.as(shopper).post(`/orders/${order.id}/cancel`), 200);
    const reader = await follow(order);
    await reader.ended();
    expect(statusesIn(reader)).toEqual(['placed', 'cancelled']);
    const again = await EventReader.ask(server.url, `/orders/${order.id}/events`, shopper, '2');
    expect(again.status).toBe(204);
  });

  it('is not found by another', async () => {
    const order = await placed();
    const another = server.client.as(await newShopper(server));
    const answer = await another.get<Problem>(`/orders/${order.id}/events`);
    expect([answer.status, answer.body.code]).toEqual([404, 'orders.not-found']);
    expect((await another.get<Problem>('/orders/nothing/events')).status).toBe(404);
  });

  it('has nothing for who asks for its head', async () => {
    const order = await placed();
    const headers = { authorization: `Bearer ${shopper.accessToken}` };
    const path = `/api/v1/orders/${order.id}/events`;
    const head = await sendRaw(server.url, { method: 'HEAD', path, headers });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('whoever reads', () => {
  it('is sent away when an admin suspends the account', async () => {
    const other = await newShopper(server);
    const reader = await follow(await placed(other), undefined, other);
    await reader.until(({ events }) => events.length === 1);
    const started = performance.now();
    bodyOf(await server.client.as(admin).post(`/admin/users/${other.id}/suspend`, { reason: 'test' }), 200);
    await reader.ended();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is sent away at the end of the session, and the other sessions stay', async () => {
    const other = await newShopper(server);
    const order = await placed(other);
    const elsewhere = bodyOf(
      await server.client.post<{ accessToken: string }>('/auth/login', {
        username: other.username,
        password: other.password,
      }),
      200,
    );
    const [leaving, staying] = [
      await follow(order, undefined, other),
      await EventReader.open(server.url, `/orders/${order.id}/events`, elsewhere),
    ];
    bodyOf(await server.client.as(elsewhere).delete('/users/me/sessions'), 204);
    await leaving.ended();
    await move(order, 'packed');
    await staying.until(({ events }) => events.length === 2);
    expect(staying.hasEnded).toBe(false);
  });

  it('has twenty streams at most, and another when one is closed', async () => {
    const other = await newShopper(server);
    const order = await placed(other);
    const readers = [];
    for (let i = 0; i < MAX_STREAMS_PER_USER; i++) readers.push(await follow(order, undefined, other));
    const refused = await server.client.as(other).get<Problem>(`/orders/${order.id}/events`);
    expect([refused.status, refused.body.code]).toEqual([429, 'live.too-many-streams']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Others are not affected.
    await follow(await placed());

    readers[0]?.leave();
    await expect(eventually(() => follow(order, undefined, other))).resolves.toBeDefined();
  });
});

/** Tries until it works, for some seconds. */
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
  it('each see their own order, and are gone from the server when they leave', async () => {
    const shoppers = await manyShoppers(server, 100);
    const orders = await Promise.all(shoppers.map((one) => placed(one)));
    const readers = await Promise.all(orders.map((order, i) => follow(order, undefined, shoppers[i])));
    await Promise.all(orders.map((order) => move(order, 'packed')));
    await Promise.all(readers.map((reader) => reader.until(({ events }) => events.length === 2)));
    expect(readers.map(statusesIn)).toEqual(readers.map(() => ['placed', 'packed']));
    for (const reader of readers) reader.leave();
  });
});

describe('a server that stops', () => {
  it('ends the streams that are open, and does not wait for them', async () => {
    const other = await startServer();
    const boss = await theAdmin(other);
    const readers = await Promise.all(
      Array.from({ length: 10 }, () => EventReader.open(other.url, '/admin/dashboard/events', boss)),
    );
    // One that reads nothing, as a sleeping telephone.
    await EventReader.ask(other.url, '/admin/dashboard/events', boss);
    await Promise.all(readers.map((reader) => reader.until(({ events }) => events.length === 1)));
    const started = performance.now();
    expect(await other.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(2000);
    await Promise.all(readers.map((reader) => reader.ended()));
  });
});

const whereProcessesMeet = describeWhere(ENGINE === 'postgres' && HAS_REDIS);

whereProcessesMeet('two processes of a store', () => {
  it('tell each other what has changed', async () => {
    const order = await placed();
    const reader = await follow(order);
    const other = await secondProcess();
    const started = performance.now();
    await move(order, 'packed', other);
    await reader.until(({ events }) => events.length === 2);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

whereProcessesMeet('two processes of a store whose Redis is away', () => {
  it('see each other’s changes at the next heartbeat, and their own at once', async () => {
    const order = await placed();
    const reader = await follow(order);
    const other = await secondProcess();
    await server.redis!.stop();
    const started = performance.now();
    await move(order, 'packed');
    await reader.until(({ events }) => events.length === 2);
    expect(performance.now() - started).toBeLessThan(2000);
    await move(order, 'out_for_delivery', other);
    await reader.until(({ events }) => events.length === 3);

    await server.redis!.start();
    await move(order, 'delivered', other);
    await reader.ended();
    expect(statusesIn(reader)).toEqual(['placed', 'packed', 'out_for_delivery', 'delivered']);
  });
});

async function secondProcess(): Promise<Server> {
  return startServer({
    place: { dataDir: server.dataDir, databaseUrl: server.databaseUrl, redis: server.redis },
  });
}

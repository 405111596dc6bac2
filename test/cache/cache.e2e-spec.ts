import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection, stockOf, type TestProduct, type TestSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { HAS_REDIS, type TestRedis } from '../support/servers/redis.js';
import { startServer, type Server } from '../support/servers/server.js';
import { describeIf, ENGINE, createStoreLocation, type StoreLocation } from '../support/stores/engine.js';

/** Maximum time until a change is visible everywhere: two seconds, and some more for a busy machine. */
const MAX_VISIBLE_MS = 2.5 * SECOND_MS;
/** Maximum delay of a request because of Redis. */
const MAX_DELAY_MS = 50;

// SQLite allows only one process per folder; all other tests cover its own changes.
const onPostgres = describeIf(ENGINE === 'postgres');

onPostgres('two processes of a store', () => {
  let location: StoreLocation;
  let serverA: Server;
  let serverB: Server;
  let admin: TestUser;
  let manager: TestUser;
  let section: TestSection;
  let product: TestProduct;
  beforeAll(async () => {
    location = await createStoreLocation();
    serverA = await startServer({ location });
    serverB = await startServer({ location });
    admin = await signInAdmin(serverA);
    manager = await newManager(serverA);
    section = await newSection(serverA, admin);
    product = await newProduct(serverA, manager, { sectionId: section.id });
  });

  /** Returns everything that shoppers can read about the section and its products. */
  async function catalogOn({ client }: Server): Promise<string> {
    const [sections, detail, list, page] = await Promise.all([
      client.get<{ items: TestSection[] }>('/sections'),
      client.get(`/sections/${section.id}`),
      client.get('/products', { section: section.id, limit: 100 }),
      client.get(`/products/${product.id}`),
    ]);
    const listed = sections.body.items.find(({ id }) => id === section.id);
    return JSON.stringify([listed, read(detail), read(list), read(page)]);
  }

  /** Makes a change on one process, which shows it immediately. Returns the time until the other process shows it. */
  async function seenAfter(change: () => Promise<unknown>): Promise<number> {
    const before = await catalogOn(serverA);
    // Fills the other process's cache, so that it has something to invalidate.
    await until(async () => (await catalogOn(serverB)) === before);
    await change();
    const changed = await catalogOn(serverA);
    expect(changed).not.toBe(before);
    return until(async () => (await catalogOn(serverB)) === changed);
  }

  async function setRate(ratePerUnit: number): Promise<void> {
    const staff = serverA.client.as(manager);
    const { version } = bodyOf(await staff.get<TestProduct>(`/admin/products/${product.id}`), 200);
    bodyOf(await staff.patch(`/admin/products/${product.id}`, { version, ratePerUnit }), 200);
  }

  it('show a change of a product on both processes within two seconds', async () => {
    const staff = serverA.client.as(manager);
    expect(await seenAfter(() => setRate(7_777))).toBeLessThan(MAX_VISIBLE_MS);
    const second = await newProductAfter(staff);
    const path = `/admin/products/${second.id}`;
    const edit = (change: object): Promise<unknown> => staff.patch(path, change);
    expect(await seenAfter(() => edit({ version: 1, name: 'Another name' }))).toBeLessThan(MAX_VISIBLE_MS);
    expect(await seenAfter(() => edit({ version: 2, published: false }))).toBeLessThan(MAX_VISIBLE_MS);
    expect(await seenAfter(() => edit({ version: 3, published: true }))).toBeLessThan(MAX_VISIBLE_MS);
    expect(await seenAfter(() => staff.delete(`${path}?version=4`))).toBeLessThan(MAX_VISIBLE_MS);
  });

  async function newProductAfter(staff: Server['client']): Promise<TestProduct> {
    let created: TestProduct | undefined;
    const body = { sectionId: section.id, name: 'A second one', unitType: 'piece', ratePerUnit: 100 };
    const took = await seenAfter(async () => {
      created = bodyOf(await staff.post<TestProduct>('/admin/products', body), 201);
    });
    expect(took).toBeLessThan(MAX_VISIBLE_MS);
    if (created === undefined) throw new Error('The product was not created.');
    return created;
  }

  it('show a change of a section on both processes within two seconds', async () => {
    const asAdmin = serverA.client.as(admin);
    const path = `/admin/sections/${section.id}`;
    const { version } = bodyOf(await serverA.client.get<TestSection>(`/sections/${section.id}`), 200);
    const rename = (name: string, expectedVersion: number) => () =>
      asAdmin.patch(path, { version: expectedVersion, name });
    expect(await seenAfter(rename('Renamed section', version))).toBeLessThan(MAX_VISIBLE_MS);
    expect(await seenAfter(rename('Renamed again', version + 1))).toBeLessThan(MAX_VISIBLE_MS);
    const other = await newSection(serverA, admin);
    const move = `${path}?version=${version + 2}&moveProductsTo=${other.id}`;
    expect(await seenAfter(() => asAdmin.delete(move))).toBeLessThan(MAX_VISIBLE_MS);
    section = other;
  });

  it('show the stock after an order on the product page immediately, and everywhere within two seconds', async () => {
    const shopper = await newShopper(serverA);
    let left = await stockOf(serverB, product.id);
    const everywhere = async (): Promise<boolean> => {
      const lists = await Promise.all([listedStock(serverA), listedStock(serverB)]);
      return [...lists, await stockOf(serverB, product.id)].every((stock) => stock === left);
    };
    for (let i = 0; i < 5; i++) {
      await newOrder(serverA, shopper, { [product.id]: 1 });
      left -= 1;
      expect(await stockOf(serverA, product.id)).toBe(left);
      expect(await until(everywhere)).toBeLessThan(MAX_VISIBLE_MS);
    }
    for (let i = 0; i < 20; i++) {
      await newOrder(serverA, shopper, { [product.id]: 1 });
      expect(await stockOf(serverA, product.id)).toBe((left -= 1));
    }
    expect(await until(everywhere)).toBeLessThan(MAX_VISIBLE_MS);
  });

  /** Returns the stock of the product in the list of its section. */
  async function listedStock({ client }: Server): Promise<number | undefined> {
    const { items } = bodyOf(
      await client.get<{ items: TestProduct[] }>('/products', { section: section.id, limit: 100 }),
      200,
    );
    return items.find(({ id }) => id === product.id)?.quantityAvailable;
  }

  const outages: readonly Outage[] = [
    { name: 'stopped', rate: 11_111, begin: (redis) => redis.stop(), end: (redis) => redis.start() },
    {
      name: 'frozen',
      rate: 22_222,
      begin: async (redis) => {
        redis.freeze();
      },
      end: async (redis) => {
        redis.thaw();
      },
    },
  ];

  describeIf(HAS_REDIS).each(outages)('beside a Redis that is $name', ({ rate, begin, end }) => {
    const list = (server: Server, q: object = {}) =>
      server.client.get<{ items: TestProduct[] }>('/products', { section: section.id, ...q });

    it('give correct responses, delayed by at most 50 ms', async () => {
      const usual = await durations(100, (i) => list(serverA, { minRate: i }));
      await begin(redisOf(location));
      const [first = 0, ...others] = await durations(200, (i) => list(serverA, { minRate: 200 + i }));
      expect(first - median(usual)).toBeLessThan(MAX_DELAY_MS);
      expect(percentile99(others) - percentile99(usual)).toBeLessThan(MAX_DELAY_MS);
      await setRate(rate);
      for (const server of [serverA, serverB])
        expect(await until(async () => (await rateOn(server)) === rate)).toBeLessThan(MAX_VISIBLE_MS);
    });

    it('show no old data when Redis is back', async () => {
      await end(redisOf(location));
      const deadline = Date.now() + 3000;
      while (Date.now() < deadline) {
        expect([await rateOn(serverA), await rateOn(serverB)]).toEqual([rate, rate]);
        await sleep(5);
      }
      expect(await seenAfter(() => setRate(rate + 1))).toBeLessThan(MAX_VISIBLE_MS);
    });
  });

  async function rateOn(server: Server): Promise<number> {
    return bodyOf(await server.client.get<TestProduct>(`/products/${product.id}`), 200).ratePerUnit;
  }
});

/** Returns the body of a response, or only the status of an error, whose ID differs each time. */
function read({ status, body }: ApiResponse): unknown {
  return status === 200 ? body : status;
}

/** Waits until a condition holds. Returns the time that took in milliseconds. */
async function until(condition: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  while (!(await condition())) {
    if (performance.now() - startedAt > 10 * SECOND_MS)
      throw new Error('The condition did not hold within 10 s.');
    await sleep(10);
  }
  return performance.now() - startedAt;
}

/** A way in which Redis is unavailable, and a rate that is set in the meantime. */
interface Outage {
  readonly name: string;
  readonly rate: number;
  readonly begin: (redis: TestRedis) => Promise<void>;
  readonly end: (redis: TestRedis) => Promise<void>;
}

function redisOf({ redis }: StoreLocation): TestRedis {
  if (redis === undefined) throw new Error('The store has no Redis.');
  return redis;
}

/** Returns the durations of consecutive requests in milliseconds. */
async function durations(
  count: number,
  request: (i: number) => Promise<{ status: number }>,
): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < count; i++) {
    const startedAt = performance.now();
    const { status } = await request(i);
    took.push(performance.now() - startedAt);
    expect(status).toBe(200);
  }
  return took;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function percentile99(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.99)] ?? 0;
}

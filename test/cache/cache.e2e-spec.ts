import { newProduct, newSection, stockOf, type TestProduct, type TestSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newManager, newShopper, theAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Answer } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { HAS_REDIS, type TestRedis } from '../support/servers/redis.js';
import { startServer, type Server } from '../support/servers/server.js';
import { describeWhere, ENGINE, newPlace, type Place } from '../support/stores/engine.js';

/** What a change may take until it is seen everywhere, and Redis may cost a request, in milliseconds. */
const SEEN = 2000;
const COST = 50;

// SQLite's folder admits one process alone; its own changes are seen at once in all other tests.
const onPostgres = describeWhere(ENGINE === 'postgres');

onPostgres('two processes of a store', () => {
  let place: Place;
  let here: Server;
  let there: Server;
  let admin: TestUser;
  let manager: TestUser;
  let section: TestSection;
  let product: TestProduct;
  beforeAll(async () => {
    place = await newPlace();
    here = await startServer({ place });
    there = await startServer({ place });
    admin = await theAdmin(here);
    manager = await newManager(here, admin);
    section = await newSection(here, admin);
    product = await newProduct(here, manager, { sectionId: section.id });
  });

  /** All that shoppers can read of the catalogue that is about the section and its products. */
  async function shown({ client }: Server): Promise<string> {
    const [sections, one, list, page] = await Promise.all([
      client.get<{ items: TestSection[] }>('/sections'),
      client.get(`/sections/${section.id}`),
      client.get('/products', { section: section.id, limit: 100 }),
      client.get(`/products/${product.id}`),
    ]);
    const found = sections.body.items.find(({ id }) => id === section.id);
    return JSON.stringify([found, read(one), read(list), read(page)]);
  }

  /** Makes a change on one process, which shows it at once, and gives how long it took until the other did. */
  async function seenAfter(change: () => Promise<unknown>): Promise<number> {
    const before = await shown(here);
    // So that the other has something to forget as well.
    await until(async () => (await shown(there)) === before);
    await change();
    const changed = await shown(here);
    expect(changed).not.toBe(before);
    return until(async () => (await shown(there)) === changed);
  }

  async function setRate(ratePerUnit: number): Promise<void> {
    const staff = here.client.as(manager);
    const { version } = bodyOf(await staff.get<TestProduct>(`/admin/products/${product.id}`), 200);
    bodyOf(await staff.patch(`/admin/products/${product.id}`, { version, ratePerUnit }), 200);
  }

  it('show a change of a product within two seconds, whichever of them made it', async () => {
    const staff = here.client.as(manager);
    expect(await seenAfter(() => setRate(7_777))).toBeLessThan(SEEN);
    const second = await newProductAfter(staff);
    const address = `/admin/products/${second.id}`;
    const edit = (change: object): Promise<unknown> => staff.patch(address, change);
    expect(await seenAfter(() => edit({ version: 1, name: 'Another name' }))).toBeLessThan(SEEN);
    expect(await seenAfter(() => edit({ version: 2, published: false }))).toBeLessThan(SEEN);
    expect(await seenAfter(() => edit({ version: 3, published: true }))).toBeLessThan(SEEN);
    expect(await seenAfter(() => staff.delete(`${address}?version=4`))).toBeLessThan(SEEN);
  });

  async function newProductAfter(staff: Server['client']): Promise<TestProduct> {
    let made: TestProduct | undefined;
    const body = { sectionId: section.id, name: 'A second one', unitType: 'piece', ratePerUnit: 100 };
    const took = await seenAfter(async () => {
      made = bodyOf(await staff.post<TestProduct>('/admin/products', body), 201);
    });
    expect(took).toBeLessThan(SEEN);
    if (made === undefined) throw new Error('It was not made.');
    return made;
  }

  it('show a change of a section within two seconds', async () => {
    const admins = here.client.as(admin);
    const address = `/admin/sections/${section.id}`;
    const { version } = bodyOf(await here.client.get<TestSection>(`/sections/${section.id}`), 200);
    const rename = (name: string, seen: number) => () => admins.patch(address, { version: seen, name });
    expect(await seenAfter(rename('Renamed section', version))).toBeLessThan(SEEN);
    expect(await seenAfter(rename('Renamed again', version + 1))).toBeLessThan(SEEN);
    const other = await newSection(here, admin);
    const move = `${address}?version=${version + 2}&moveProductsTo=${other.id}`;
    expect(await seenAfter(() => admins.delete(move))).toBeLessThan(SEEN);
    section = other;
  });

  it('show the stock after an order on its page at once, and everywhere within two seconds', async () => {
    const shopper = await newShopper(here);
    let left = await stockOf(there, product.id);
    const everywhere = async (): Promise<boolean> => {
      const lists = await Promise.all([listed(here), listed(there)]);
      return [...lists, await stockOf(there, product.id)].every((stock) => stock === left);
    };
    for (let i = 0; i < 5; i++) {
      await newOrder(here, shopper, { [product.id]: 1 });
      left -= 1;
      expect(await stockOf(here, product.id)).toBe(left);
      expect(await until(everywhere)).toBeLessThan(SEEN);
    }
    for (let i = 0; i < 20; i++) {
      await newOrder(here, shopper, { [product.id]: 1 });
      expect(await stockOf(here, product.id)).toBe((left -= 1));
    }
    expect(await until(everywhere)).toBeLessThan(SEEN);
  });

  /** What is left of the product, as the list of its section shows it. */
  async function listed({ client }: Server): Promise<number | undefined> {
    const { items } = bodyOf(
      await client.get<{ items: TestProduct[] }>('/products', { section: section.id, limit: 100 }),
      200,
    );
    return items.find(({ id }) => id === product.id)?.quantityAvailable;
  }

  const ways: readonly Away[] = [
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

  describeWhere(HAS_REDIS).each(ways)('beside a Redis that is $name', ({ rate, begin, end }) => {
    const list = (server: Server, q: object = {}) =>
      server.client.get<{ items: TestProduct[] }>('/products', { section: section.id, ...q });

    it('answer rightly, and at most 50 ms later', async () => {
      const usual = await durations(100, (i) => list(here, { minRate: i }));
      await begin(redisOf(place));
      const [first = 0, ...others] = await durations(200, (i) => list(here, { minRate: 200 + i }));
      expect(first - median(usual)).toBeLessThan(COST);
      expect(percentile99(others) - percentile99(usual)).toBeLessThan(COST);
      await setRate(rate);
      for (const server of [here, there])
        expect(await until(async () => (await rateOn(server)) === rate)).toBeLessThan(SEEN);
    });

    it('show nothing from before when it is back', async () => {
      await end(redisOf(place));
      const watched = Date.now() + 3000;
      while (Date.now() < watched) {
        expect([await rateOn(here), await rateOn(there)]).toEqual([rate, rate]);
        await sleep(5);
      }
      expect(await seenAfter(() => setRate(rate + 1))).toBeLessThan(SEEN);
    });
  });

  async function rateOn(server: Server): Promise<number> {
    return bodyOf(await server.client.get<TestProduct>(`/products/${product.id}`), 200).ratePerUnit;
  }
});

/** What an answer says. A refusal has an id of its own each time. */
function read({ status, body }: Answer): unknown {
  return status === 200 ? body : status;
}

/** Waits until something is so, and gives how long that took, in milliseconds. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > 10_000) throw new Error('It never was.');
    await sleep(10);
  }
  return performance.now() - began;
}

/** A way in which Redis can be away, and a rate that is set meanwhile. */
interface Away {
  readonly name: string;
  readonly rate: number;
  readonly begin: (redis: TestRedis) => Promise<void>;
  readonly end: (redis: TestRedis) => Promise<void>;
}

function redisOf({ redis }: Place): TestRedis {
  if (redis === undefined) throw new Error('The place has no Redis.');
  return redis;
}

/** How long each of some requests took, one after the other, in milliseconds. */
async function durations(
  count: number,
  request: (i: number) => Promise<{ status: number }>,
): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    const { status } = await request(i);
    took.push(performance.now() - began);
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

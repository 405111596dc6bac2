import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { IMAGE_WIDTHS } from '../../src/catalog/images/product-images.js';
import { isStoreEmpty } from '../../src/demo/is-store-empty.js';
import { seedDemoStore } from '../../src/demo/seed-demo-store.js';
import { DAY_MS } from '../../src/platform/common/durations.js';
import { loadConfig } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { OutboxStore } from '../../src/platform/outbox/outbox-store.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { openTestDatabase } from '../support/stores/database.js';
import { sleep } from '../support/servers/processes.js';
import { createStoreLocation } from '../support/stores/engine.js';
import { TestClock } from '../support/stores/test-clock.js';

it('seeds the demo store with a past that sends no mail', async () => {
  const location = await createStoreLocation();
  const database = await openTestDatabase(location);
  const clock = new TestClock(Date.now() - 1000);
  await database.transaction((tx) =>
    new Outbox(clock).add(tx, [
      { type: 'users.account-pending', subject: 'user:real', payload: { userId: 'real' } },
    ]),
  );

  const redis = location.redis === undefined ? {} : { REDIS_URL: location.redis.url };
  // A worker beside it claims every event that it finds.
  const claimed: string[] = [];
  const worker = new OutboxStore(database, new TestClock());
  const seeding = new AbortController();
  const working = (async () => {
    while (!seeding.signal.aborted) {
      claimed.push(...(await worker.claimNew(1000)).map(({ type }) => type));
      await sleep(5);
    }
  })();
  const config = loadConfig({ DATA_DIR: location.dataDir, ...redis });
  const { orders } = await seedDemoStore(config, database).finally(() => seeding.abort());
  await working;
  expect(await isStoreEmpty(database)).toBe(false);
  if (location.redis !== undefined) expect(await connectionsTo(location.redis.url)).toBe(0);
  expect(orders).toBeGreaterThan(100);
  expect(await database.read.rows(sql`SELECT id FROM order_discounts`)).toHaveLength(3);

  const events = await database.read.rows<{ type: string; since: number | null }>(sql`
    SELECT type, min(completed_at - created_at) AS since FROM outbox_events GROUP BY type ORDER BY type`);
  expect(Object.fromEntries(events.map(({ type, since }) => [type, since]))).toMatchObject({
    'orders.placed': 0,
    'orders.status-changed': 0,
    'section-requests.decided': 0,
  });
  // Earlier events are not of its past.
  expect(claimed).toEqual(['users.account-pending']);
  const sheets = await database.read.rows(sql`SELECT kind, status FROM stock_sheets ORDER BY number`);
  expect(sheets).toEqual([
    { kind: 'delivery', status: 'booked' },
    { kind: 'count', status: 'draft' },
  ]);
  await expectOwnPictures(database, location.dataDir);
  const people = await database.read.rows<{ email: string }>(
    sql`SELECT email FROM users WHERE email NOT LIKE '%@demo.example' ORDER BY email`,
  );
  expect(people.map(({ email }) => email)).toEqual(['admin@localhost']);
  await expectActivePeople(database);
});

/** Expects that each product has a picture of its own, in every width of the store. */
async function expectOwnPictures(database: Database, dataDir: string): Promise<void> {
  const products = await database.read.rows<{ image: string | null }>(sql`SELECT image FROM products`);
  const images = new Set(products.map(({ image }) => image));
  expect(images.size).toBe(products.length);
  expect(images).not.toContain(null);
  const expected = [...images].flatMap((image) => IMAGE_WIDTHS.map((width) => `${image}-${width}.webp`));
  expect((await readdir(join(dataDir, 'pictures'))).toSorted()).toEqual(expected.toSorted());
}

/** Expects that each person registered before, signed in before, and was last active when they did something. */
async function expectActivePeople(database: Database): Promise<void> {
  const people = await database.read.rows<DemoPerson>(sql`
    SELECT u.username, u.display_name AS "displayName", u.created_at AS "createdAt", u.last_activity AS "lastActivity",
           (SELECT count(*) FROM activity_days a WHERE a.user_id = u.id) AS "activeDays",
           (SELECT min(e.at) FROM audit_entries e WHERE e.actor_id = u.id AND e.action = 'auth.signed-in') AS "firstSignIn",
           (SELECT max(e.at) FROM audit_entries e WHERE e.actor_id = u.id AND e.action = 'auth.signed-in') AS "lastSignIn",
           (SELECT min(o.timestamp) FROM orders o WHERE o.user_id = u.id) AS "firstOrder",
           (SELECT max(o.timestamp) FROM orders o WHERE o.user_id = u.id) AS "lastOrder",
           (SELECT max(c.at) FROM order_status_changes c WHERE c.by_id = u.id) AS "lastChange"
    FROM users u WHERE u.email LIKE '%@demo.example' ORDER BY u.username`);
  const active = people.filter(({ username }) => username !== 'new-manager');
  expect(active).toHaveLength(people.length - 1);
  for (const person of active) {
    const { createdAt, firstSignIn, lastSignIn, firstOrder, lastOrder, lastChange, lastActivity } = person;
    expect(person.displayName).toContain(' ');
    expect(lastActivity).toBeGreaterThanOrEqual(Math.max(lastOrder ?? 0, lastChange ?? 0, lastSignIn ?? 0));
    expect(lastSignIn).not.toBeNull();
    expect(person.activeDays).toBeGreaterThan(0);
    expect(createdAt).toBeLessThanOrEqual(firstSignIn ?? 0);
    if (firstOrder !== null) expect(firstSignIn).toBeLessThan(firstOrder);
  }
  expect(new Set(active.map(({ createdAt }) => createdAt)).size).toBeGreaterThan(10);
  const pending = people.find(({ username }) => username === 'new-manager');
  expect(pending).toMatchObject({ lastActivity: null, lastSignIn: null, activeDays: 0 });
  expect(pending?.createdAt).toBeGreaterThan(Date.now() - DAY_MS);

  const early = await database.read.rows(sql`
    SELECT o.number FROM orders o JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id
    WHERE p.created_at > o.timestamp`);
  expect(early).toEqual([]);
}

interface DemoPerson {
  readonly username: string;
  readonly displayName: string;
  readonly createdAt: number;
  readonly lastActivity: number | null;
  readonly activeDays: number;
  readonly firstSignIn: number | null;
  readonly lastSignIn: number | null;
  readonly firstOrder: number | null;
  readonly lastOrder: number | null;
  readonly lastChange: number | null;
}

/** Counts the other connections, each of which would keep a command from exiting. */
async function connectionsTo(url: string): Promise<number> {
  const observer = new Redis(url);
  const clients = String(await observer.client('LIST'))
    .trim()
    .split('\n');
  observer.disconnect();
  return clients.length - 1;
}

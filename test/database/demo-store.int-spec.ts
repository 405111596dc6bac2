import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { IMAGE_WIDTHS } from '../../src/catalog/images/product-images.js';
import { isStoreEmpty } from '../../src/demo/is-store-empty.js';
import { seedDemoStore } from '../../src/demo/seed-demo-store.js';
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

  const events = await database.read.rows<{ type: string; since: number | null }>(sql`
    SELECT type, min(completed_at - created_at) AS since FROM outbox_events GROUP BY type ORDER BY type`);
  expect(Object.fromEntries(events.map(({ type, since }) => [type, since]))).toMatchObject({
    'orders.placed': 0,
    'orders.status-changed': 0,
    'section-requests.decided': 0,
  });
  // Earlier events are not of its past.
  expect(claimed).toEqual(['users.account-pending']);
  await expectOwnPictures(database, location.dataDir);
  const people = await database.read.rows<{ email: string }>(
    sql`SELECT email FROM users WHERE email NOT LIKE '%@demo.example' ORDER BY email`,
  );
  expect(people.map(({ email }) => email)).toEqual(['admin@localhost']);
}, 180_000);

/** Expects that each product has a picture of its own, in every width of the store. */
async function expectOwnPictures(database: Database, dataDir: string): Promise<void> {
  const products = await database.read.rows<{ image: string | null }>(sql`SELECT image FROM products`);
  const images = new Set(products.map(({ image }) => image));
  expect(images.size).toBe(products.length);
  expect(images).not.toContain(null);
  const expected = [...images].flatMap((image) => IMAGE_WIDTHS.map((width) => `${image}-${width}.webp`));
  expect((await readdir(join(dataDir, 'pictures'))).toSorted()).toEqual(expected.toSorted());
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

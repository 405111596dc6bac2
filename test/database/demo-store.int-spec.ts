import { Redis } from 'ioredis';
import { isStoreEmpty } from '../../src/demo/is-store-empty.js';
import { seedDemoStore } from '../../src/demo/seed-demo-store.js';
import { loadConfig } from '../../src/platform/config/config.js';
import { sql } from '../../src/platform/database/transaction.js';
import { OutboxStore } from '../../src/platform/outbox/outbox-store.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { openTestDatabase } from '../support/stores/database.js';
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
  const { orders } = await seedDemoStore(loadConfig({ DATA_DIR: location.dataDir, ...redis }), database);
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
  // Earlier events stay pending.
  const pending = await new OutboxStore(database, clock).claimNew(1000);
  expect(pending.map(({ type }) => type)).toEqual(['users.account-pending']);
}, 180_000);

/** Counts the other connections, each of which would keep a command from exiting. */
async function connectionsTo(url: string): Promise<number> {
  const observer = new Redis(url);
  const clients = String(await observer.client('LIST'))
    .trim()
    .split('\n');
  observer.disconnect();
  return clients.length - 1;
}

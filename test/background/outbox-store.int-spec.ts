import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { join, sql } from '../../src/platform/database/transaction.js';
import { OutboxStore } from '../../src/platform/outbox/outbox-store.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const INSERT_BATCH_SIZE = 500;
const MAX_CLAIM_S = 10;

let database: Database;
let events: OutboxStore;

beforeEach(async () => {
  database = await openTestDatabase();
  events = new OutboxStore(database, new TestClock());
});

/** Writes events, one per millisecond, and returns their IDs, oldest first. */
async function write(
  count: number,
  subjectOf: (n: number) => string,
  completedAt: number | null = null,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const rows = ids.map((id, n) => sql`(${id}, 'orders.placed', ${subjectOf(n)}, '{}', ${n}, ${completedAt})`);
  await database.transaction(async (tx) => {
    for (let start = 0; start < count; start += INSERT_BATCH_SIZE) {
      await tx.execute(sql`
        INSERT INTO outbox_events (id, type, subject, payload, created_at, completed_at)
        VALUES ${join(rows.slice(start, start + INSERT_BATCH_SIZE))}`);
    }
  });
  return ids;
}

const idsOf = (claimed: readonly { readonly id: string }[]): string[] => claimed.map(({ id }) => id);

it('claims the oldest pending event of each subject, and the next one once that is done or has failed', async () => {
  const [first = '', second = '', third = ''] = await write(3, () => 'order:1');
  expect(idsOf(await events.claimNew(10))).toEqual([first]);
  expect(await events.claimNew(10)).toEqual([]);
  await events.completeAlone(first);
  expect(idsOf(await events.claimNew(10))).toEqual([second]);
  await events.fail(second, 'There is no such mailbox.');
  expect(idsOf(await events.claimNew(10))).toEqual([third]);
});

it('claims thousands of new events quickly and oldest first among completed events', async () => {
  await write(10_000, (n) => `order:${n}`, 1);
  await database.write(sql`ANALYZE`); // the statistics now show no pending events
  const ids = await write(3000, (n) => `user:${n}`);
  const startedAt = performance.now();
  const claimed: string[] = [];
  for (let batch = await events.claimNew(200); batch.length > 0; batch = await events.claimNew(200))
    claimed.push(...idsOf(batch));
  expect(claimed).toEqual(ids);
  expect((performance.now() - startedAt) / SECOND_MS).toBeLessThan(MAX_CLAIM_S);
});

import { ChangeFeed } from '../../src/dashboard/change-feed.js';
import type { ChangesView } from '../../src/dashboard/dashboard.dto.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql, type Sql } from '../../src/platform/database/transaction.js';
import type { ChangeSignals } from '../../src/platform/realtime/change-signals.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { createChangeSignals } from '../support/clients/change-signals.js';
import { waitUntil } from '../support/servers/processes.js';
import { openTestDatabase } from '../support/stores/database.js';

let database: Database;
let signals: ChangeSignals;
let feed: ChangeFeed;
let userId: string;
let orderId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  signals = createChangeSignals();
  feed = new ChangeFeed(database, signals);
  userId = await insertUser(database);
  orderId = await insertOrder(database, { userId, productId: await insertProduct(database) });
});

async function marks(): Promise<ChangesView> {
  const { events } = await feed.source().read(undefined);
  return events[0]!.data as ChangesView;
}

/** Returns the kinds of data that have changed since. */
async function changedSince(before: ChangesView): Promise<string[]> {
  const now = await marks();
  return (Object.keys(now) as (keyof ChangesView)[]).filter((kind) => now[kind] !== before[kind]);
}

describe('ChangeFeed', () => {
  it('sends nothing to a client that has the current marks', async () => {
    const { events } = await feed.source().read(undefined);
    expect(await feed.source().read(events[0]?.id)).toEqual({ events: [], isFinished: false });
  });

  const step = (): Sql => sql`
    INSERT INTO order_status_changes (id, order_id, status, at, by_id) VALUES (${newId()}, ${orderId}, 'packed', 1, ${userId})`;
  const tick = (): Sql => sql`
    INSERT INTO pick_ticks (item_id, order_id, by_id, at) SELECT i.id, i.order_id, u.id, 1
    FROM order_items i CROSS JOIN users u WHERE i.order_id = ${orderId} AND u.id = ${userId}`;
  const undo = (): Sql => sql`DELETE FROM order_status_changes WHERE order_id = ${orderId}`;
  it.each([
    ['a step', step, ['orders']],
    ['its undo', undo, ['orders']],
    ['a tick', tick, ['pickTicks']],
    ['an untick', () => sql`DELETE FROM pick_ticks`, ['pickTicks']],
  ])('notices %s of which the signal got lost', async (_, statement, kinds) => {
    const before = await marks();
    await database.write(statement());
    expect(await changedSince(before)).toEqual(kinds);
  });

  it.each([
    ['orders', 'orders'],
    ['pick-ticks', 'pickTicks'],
    ['products', 'products'],
    ['dashboard', 'figures'],
  ] as const)('changes one mark at the signal %s', async (topic, kind) => {
    const unsubscribe = signals.subscribe(topic, () => undefined);
    const before = await marks();
    signals.publish(topic);
    await waitUntil(async () => (await changedSince(before)).length > 0);
    expect(await changedSince(before)).toEqual([kind]);
    unsubscribe();
  });
});

import { newId } from '../../src/platform/common/id.js';
import type { Config } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { join, sql } from '../../src/platform/database/transaction.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Schedules } from '../../src/platform/schedules/schedules.js';
import { EnqueueMonthlyReports } from '../../src/reports/monthly/enqueue-monthly-reports.js';
import { insertBuyer, insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { BreakingOutbox } from '../support/stores/breaking-outbox.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const DUE = Date.parse('2026-06-01T07:00:00+05:30');

let database: Database;
let clock: TestClock;
let product: string;

beforeEach(async () => {
  database = await openTestDatabase();
  clock = new TestClock(DUE);
  product = await insertProduct(database);
});

function enqueueAction(config: Config = testConfig(), outbox = new Outbox(clock)): EnqueueMonthlyReports {
  return new EnqueueMonthlyReports(config, database, outbox, clock);
}

/**
 * Returns the users with a report for the month according to the events, which must match the monthly_reports table.
 */
async function enqueuedFor(month: string): Promise<string[]> {
  const events = await database.read.rows<{ payload: string }>(
    sql`SELECT payload FROM outbox_events WHERE type = 'reports.monthly-due'`,
  );
  const notified = events
    .map(({ payload }) => JSON.parse(payload) as { userId: string; month: string })
    .filter((event) => event.month === month)
    .map(({ userId }) => userId)
    .sort();
  const rows = await database.read.rows<{ id: string }>(
    sql`SELECT user_id AS id FROM monthly_reports WHERE month = ${month}`,
  );
  expect(notified).toEqual(rows.map(({ id }) => id).sort());
  return notified;
}

describe('EnqueueMonthlyReports', () => {
  it('enqueues a report for each shopper who ordered in the past month, and for admins', async () => {
    const [shopper, admin] = [
      await insertBuyer(database, product, ['2026-05-12T10:00:00Z']),
      await insertUser(database, { role: 'admin' }),
    ];
    expect(await enqueueAction().run(DUE)).toBe(2);
    expect(await enqueuedFor('2026-05')).toEqual([shopper, admin].sort());
  });

  it('enqueues none for shoppers whose orders were imported', async () => {
    const userId = await insertUser(database);
    const timestamp = Date.parse('2026-05-12T10:00:00Z');
    const order = { userId, productId: product, timestamp, status: 'delivered' };
    await insertOrder(database, { ...order, reference: '1042' });
    expect(await enqueueAction().run(DUE)).toBe(0);
    await insertOrder(database, order);
    expect(await enqueueAction().run(DUE)).toBe(1);
  });

  it('enqueues none for users without orders, or who are suspended or have opted out', async () => {
    const inMay = ['2026-05-12T10:00:00Z'];
    await insertUser(database);
    await insertBuyer(database, product, ['2026-04-30T18:00:00Z', '2026-06-01T00:00:00+05:30']);
    await insertBuyer(database, product, inMay, { orders: 'cancelled' });
    await insertBuyer(database, product, inMay, { status: 'suspended' });
    await insertBuyer(database, product, inMay, { role: 'store_manager' });
    await insertUser(database, { role: 'admin', status: 'suspended' });
    const optedOut = [
      await insertBuyer(database, product, inMay),
      await insertUser(database, { role: 'admin' }),
    ];
    await database.write(sql`UPDATE users SET monthly_report = ${false} WHERE id IN (${join(optedOut)})`);
    expect(await enqueueAction().run(DUE)).toBe(0);
    expect(await enqueuedFor('2026-05')).toEqual([]);
  });

  it.each([
    ['Asia/Kolkata', '2026-06-01T07:00:00+05:30', '2026-05-31T23:30:00+05:30', '2026-06-01T00:00:00+05:30'],
    // The nights of the two clock changes.
    ['Europe/Berlin', '2026-04-01T07:00:00+02:00', '2026-03-31T23:30:00+02:00', '2026-04-01T00:00:00+02:00'],
    ['America/Havana', '2026-12-01T07:00:00-05:00', '2026-11-01T00:30:00-04:00', '2026-10-31T23:59:59-04:00'],
    [
      'Pacific/Kiritimati',
      '2027-01-01T07:00:00+14:00',
      '2026-12-31T23:30:00+14:00',
      '2027-01-01T00:00:00+14:00',
    ],
  ])('uses the month in the time zone %s, to the minute', async (timeZone, dueAt, inside, outside) => {
    const shopper = await insertBuyer(database, product, [inside]);
    await insertBuyer(database, product, [outside]);
    const config = testConfig({ STORE_TIME_ZONE: timeZone });
    await enqueueAction(config).run(Date.parse(dueAt));
    const rows = await database.read.rows<{ id: string }>(sql`SELECT user_id AS id FROM monthly_reports`);
    expect(rows).toEqual([{ id: shopper }]);
  });

  it('enqueues each report once when it runs three times concurrently and again later', async () => {
    const shoppers = await Promise.all(
      Array.from({ length: 30 }, () => insertBuyer(database, product, ['2026-05-12T10:00:00Z'])),
    );
    const counts = await Promise.all([1, 2, 3].map(() => enqueueAction().run(DUE)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(30);
    expect(await enqueueAction().run(DUE)).toBe(0);
    expect(await enqueuedFor('2026-05')).toEqual([...shoppers].sort());
  });

  it('enqueues a report for every one of many users after a run that failed midway', async () => {
    await manyAdmins(900);
    const broken = enqueueAction(testConfig(), new BreakingOutbox(clock));
    await expect(broken.run(DUE)).rejects.toThrow('simulated power failure');
    expect(await enqueuedFor('2026-05')).toHaveLength(400);
    expect(await enqueueAction().run(DUE)).toBe(500);
    expect(new Set(await enqueuedFor('2026-05')).size).toBe(900);
  });

  it('runs on the first of a month, and for each missed month', async () => {
    const shopper = await insertBuyer(database, product, ['2026-05-12T10:00:00Z', '2026-07-02T10:00:00Z']);
    const worker = (): Schedules => {
      const schedules = new Schedules(testConfig(), database, clock, new Outbox(clock));
      schedules.register('monthly-report', async (dueAt) => {
        await enqueueAction().run(dueAt);
      });
      return schedules;
    };
    clock.set('2026-05-28T10:00:00+05:30');
    await worker().startDue();
    clock.set('2026-06-01T07:00:00+05:30');
    await worker().startDue();
    await runDueTwice(worker());
    expect(await enqueuedFor('2026-05')).toEqual([shopper]);

    clock.set('2026-08-09T12:00:00+05:30');
    await worker().startDue();
    await runDueTwice(worker());
    expect(await enqueuedFor('2026-05')).toEqual([shopper]);
    expect(await enqueuedFor('2026-06')).toEqual([]);
    expect(await enqueuedFor('2026-07')).toEqual([shopper]);
  });
});

/** Runs each event of the schedule twice, as a queue might deliver it. */
async function runDueTwice(schedules: Schedules): Promise<void> {
  const events = await database.read.rows<{ payload: string }>(
    sql`SELECT payload FROM outbox_events WHERE type = 'schedules.due'`,
  );
  for (const { payload } of [...events, ...events]) {
    const { schedule, dueAt } = JSON.parse(payload) as { schedule: string; dueAt: number };
    if (schedule === 'monthly-report') await schedules.actionOf(schedule)(dueAt);
  }
}

async function manyAdmins(count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const id = newId();
    return sql`(${id}, ${id}, ${id}, ${id}, ${id}, 0, ${id}, '-', 'admin', 'approved', 'en-IN', 0)`;
  });
  await database.write(sql`
    INSERT INTO users (id, username, username_key, email, email_key, email_confirmed_at, display_name, password_hash, role, status, locale, created_at)
    VALUES ${join(rows)}`);
}

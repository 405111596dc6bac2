import { HOUR_MS } from '../../src/platform/common/durations.js';
import { loadConfig } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Schedules } from '../../src/platform/schedules/schedules.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const config = loadConfig({ STORE_TIME_ZONE: 'Asia/Kolkata', JWT_SECRET: 'x'.repeat(32) });

let database: Database;
let clock: TestClock;
beforeEach(async () => {
  database = await openTestDatabase();
  clock = new TestClock(Date.parse('2026-05-28T10:00:00+05:30'));
  await worker().startDue();
});

/** Returns one of several processes that run the schedules. */
function worker(): Schedules {
  return new Schedules(config, database, clock, new Outbox(clock));
}

/** Returns the local due times in India of the started runs of a schedule. */
async function started(schedule: string): Promise<string[]> {
  const rows = await database.read.rows<{ payload: string }>(
    sql`SELECT payload FROM outbox_events WHERE type = 'schedules.due' ORDER BY created_at, id`,
  );
  return rows
    .map((row) => JSON.parse(row.payload) as { schedule: string; dueAt: number })
    .filter((one) => one.schedule === schedule)
    .map(({ dueAt }) => new Date(dueAt + 5.5 * HOUR_MS).toISOString().slice(0, 16));
}

const startDueByThree = (): Promise<unknown> =>
  Promise.all([worker(), worker(), worker()].map((schedules) => schedules.startDue()));

it('starts no missed runs in a new store', async () => {
  expect(await started('daily-reminder')).toEqual([]);
  expect(await started('monthly-report')).toEqual([]);
});

it('starts a due run once with three workers, and not again after restarts', async () => {
  clock.set('2026-05-28T18:00:00+05:30');
  for (let restart = 0; restart < 3; restart++) await startDueByThree();
  expect(await started('daily-reminder')).toEqual(['2026-05-28T18:00']);
});

it('starts the run for the first of a month once, though no worker ran on that day', async () => {
  clock.set('2026-06-03T09:00:00+05:30');
  await startDueByThree();
  clock.set('2026-06-03T10:00:00+05:30');
  await startDueByThree();
  expect(await started('monthly-report')).toEqual(['2026-06-01T07:00']);
});

it('starts every missed monthly run', async () => {
  clock.set('2026-08-15T09:00:00+05:30');
  await startDueByThree();
  expect(await started('monthly-report')).toEqual([
    '2026-06-01T07:00',
    '2026-07-01T07:00',
    '2026-08-01T07:00',
  ]);
});

it('starts the latest of several missed evening runs', async () => {
  clock.set('2026-05-31T09:00:00+05:30');
  await startDueByThree();
  expect(await started('daily-reminder')).toEqual(['2026-05-30T18:00']);
});

it('starts nothing again when the clock is set back', async () => {
  clock.set('2026-05-29T19:00:00+05:30');
  await worker().startDue();
  clock.set('2026-05-28T12:00:00+05:30');
  await worker().startDue();
  clock.set('2026-05-29T20:00:00+05:30');
  await worker().startDue();
  expect(await started('daily-reminder')).toEqual(['2026-05-29T18:00']);
});

it('returns the last and the next due time of each schedule', async () => {
  clock.set('2026-05-28T18:00:01+05:30');
  await worker().startDue();
  const state = (await worker().states()).find(({ name }) => name === 'daily-reminder');
  expect(state).toMatchObject({
    lastDueAt: Date.parse('2026-05-28T18:00:00+05:30'),
    lastDoneAt: null,
    nextDueAt: Date.parse('2026-05-29T18:00:00+05:30'),
  });
});

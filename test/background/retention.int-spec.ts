import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createSession, SESSION_TTL_MS } from '../../src/auth/sessions/refresh-tokens.js';
import { DAY_MS, HOUR_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import type { Config } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { MailFolder } from '../../src/platform/mail/delivery/mail-folder.js';
import { RetentionRegistry } from '../../src/platform/retention/retention-tasks.js';
import { RunRetention } from '../../src/platform/retention/run-retention.js';
import { insertProduct } from '../factories/rows.js';
import { refreshSessionOn } from '../support/actions/refresh-session.js';
import { openRetentionStore } from '../support/actions/retention.js';
import { columnOf } from '../support/stores/database.js';
import type { TestClock } from '../support/stores/test-clock.js';

const CALLER = { address: '192.0.2.1', userAgent: 'test', requestId: 'test' };

let database: Database;
let dataDir: string;
let clock: TestClock;
let cleanUp: RunRetention;
let user: string;

beforeEach(async () => {
  ({ database, dataDir, clock, cleanUp, user } = await openRetentionStore());
});

/** Opens a session of the user now. */
async function newSession(): Promise<{ sessionId: string; token: string }> {
  const times = { now: clock.now(), lifetimeMs: 365 * DAY_MS };
  return database.transaction((tx) => createSession(tx, user, CALLER, times));
}

/** Exchanges a refresh token for the next one. */
async function refresh(token: string): Promise<string> {
  const sessions = refreshSessionOn(database, clock, { SESSION_LIFETIME_DAYS: '365' });
  return (await sessions.run(token, CALLER)).refreshToken.token;
}

it('deletes nothing from an empty store', async () => {
  expect(await cleanUp.run()).toEqual({
    'jobs.outbox-events': 0,
    'auth.sessions': 0,
    'auth.password-resets': 0,
    'users.email-confirmations': 0,
    'users.sign-in-attempts': 0,
    'requests.idempotency-keys': 0,
    'orders.invoice-parts': 0,
    'orders.pick-ticks': 0,
    'jobs.schedule-runs': 0,
    'users.reminders': 0,
    'catalog.low-stock-alerts': 0,
    'stock-sheets.discarded': 0,
    'catalog.wishes': 0,
    'reports.monthly-reports': 0,
    'mail.mails': 0,
  });
});

describe('sessions', () => {
  it('are deleted with their tokens at the millisecond when they expire', async () => {
    await newSession();
    clock.advance(1);
    const { sessionId } = await newSession();
    clock.advance(SESSION_TTL_MS - 1);

    expect(await cleanUp.run()).toMatchObject({ 'auth.sessions': 1 });
    expect(await columnOf(database, 'sessions', 'id')).toEqual([sessionId]);
    expect(await columnOf(database, 'refresh_tokens', 'session_id')).toEqual([sessionId]);

    clock.advance(1);
    expect(await cleanUp.run()).toMatchObject({ 'auth.sessions': 1 });
    expect(await columnOf(database, 'refresh_tokens', 'session_id')).toEqual([]);
    expect(await cleanUp.run()).toMatchObject({ 'auth.sessions': 0 });
  });

  it('stay while they are open, and reuse of an old token is still detected', async () => {
    const { token: first } = await newSession();
    const second = await refresh(first);
    clock.advance(SESSION_TTL_MS - 1);
    const third = await refresh(second);
    clock.advance(SESSION_TTL_MS - 1);

    await cleanUp.run();
    const fourth = await refresh(third);
    await cleanUp.run();

    await expect(refresh(first)).rejects.toMatchObject({ code: 'auth.session-ended' });
    expect(await columnOf(database, 'audit_entries', 'action')).toEqual(['auth.refresh-token-reused']);
    await expect(refresh(fourth)).rejects.toMatchObject({ code: 'auth.session-ended' });
  });
});

it('deletes password resets one day after they expired', async () => {
  for (const [name, expiresAt, usedAt] of [
    ['long over', clock.now() - DAY_MS, null],
    ['used', clock.now() - DAY_MS - 1, 1],
    ['just over', clock.now() - DAY_MS + 1, null],
    ['open', clock.now() + 1, null],
  ] as const)
    await database.write(sql`
      INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at, used_at)
      VALUES (${newId()}, ${name}, ${user}, 0, ${expiresAt}, ${usedAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'auth.password-resets': 2 });
  expect(await columnOf(database, 'password_resets', 'token_hash')).toEqual(['just over', 'open']);
});

it('deletes confirmations of addresses thirty days after they expired', async () => {
  for (const [name, expiresAt] of [
    ['long over', clock.now() - 30 * DAY_MS],
    ['just over', clock.now() - 30 * DAY_MS + 1],
    ['open', clock.now() + 1],
  ] as const)
    await database.write(sql`
      INSERT INTO email_confirmations (id, user_id, email, email_key, token_hash, created_at, expires_at)
      VALUES (${newId()}, ${user}, '', '', ${name}, 0, ${expiresAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'users.email-confirmations': 1 });
  expect(await columnOf(database, 'email_confirmations', 'token_hash')).toEqual(['just over', 'open']);
});

it('deletes sign-in attempts that no longer cause a wait', async () => {
  for (const [key, lastAt, blockedUntil] of [
    ['a: forgotten', clock.now() - HOUR_MS - 1, 0],
    ['b: recent', clock.now() - HOUR_MS, 0],
    ['c: still blocked', clock.now() - HOUR_MS - 1, clock.now() + 1],
  ] as const)
    await database.write(sql`
      INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at) VALUES (${key}, 9, ${blockedUntil}, ${lastAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'users.sign-in-attempts': 1 });
  expect(await columnOf(database, 'sign_in_attempts', 'key')).toEqual(['b: recent', 'c: still blocked']);
});

it('deletes idempotency keys of checkouts after two days', async () => {
  for (const [key, createdAt] of [
    ['old', clock.now() - 2 * DAY_MS - 1],
    ['two days', clock.now() - 2 * DAY_MS],
    ['young', clock.now()],
  ] as const)
    await database.write(sql`
      INSERT INTO idempotency_keys (user_id, key, body_hash, answer, created_at) VALUES (${user}, ${key}, '', '', ${createdAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'requests.idempotency-keys': 1 });
  expect(await columnOf(database, 'idempotency_keys', 'key')).toEqual(['two days', 'young']);
});

it('deletes events one month after completion, and keeps pending events', async () => {
  for (const [type, completedAt] of [
    ['done long ago', clock.now() - 30 * DAY_MS - 1],
    ['done', clock.now() - 30 * DAY_MS],
    ['open', null],
  ] as const)
    await database.write(sql`
      INSERT INTO outbox_events (id, type, subject, payload, created_at, completed_at) VALUES (${newId()}, ${type}, '', '{}', 0, ${completedAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'jobs.outbox-events': 1 });
  expect(await columnOf(database, 'outbox_events', 'type')).toEqual(['done', 'open']);
});

it('deletes schedule runs after 400 days, except the latest of each schedule', async () => {
  for (const [schedule, dueAt] of [
    ['clean-up', 1],
    ['clean-up', clock.now() - 400 * DAY_MS - 1],
    ['clean-up', clock.now() - 400 * DAY_MS],
    ['monthly-report', 2],
    ['monthly-report', 3],
  ] as const)
    await database.write(sql`
      INSERT INTO schedule_runs (schedule, due_at, created_at) VALUES (${schedule}, ${dueAt}, 0)`);

  expect(await cleanUp.run()).toMatchObject({ 'jobs.schedule-runs': 3 });
  expect(await columnOf(database, 'schedule_runs', 'due_at')).toEqual([3, clock.now() - 400 * DAY_MS]);
  expect(await cleanUp.run()).toMatchObject({ 'jobs.schedule-runs': 0 });
});

it('deletes reminders and monthly reports after 400 days', async () => {
  for (const [day, createdAt] of [
    ['2024-01-01', clock.now() - 400 * DAY_MS - 1],
    ['2025-01-01', clock.now() - 400 * DAY_MS],
  ] as const) {
    await database.write(
      sql`INSERT INTO reminders (user_id, day, created_at) VALUES (${user}, ${day}, ${createdAt})`,
    );
    await database.write(
      sql`INSERT INTO monthly_reports (user_id, month, created_at) VALUES (${user}, ${day.slice(0, 7)}, ${createdAt})`,
    );
  }

  expect(await cleanUp.run()).toMatchObject({ 'users.reminders': 1, 'reports.monthly-reports': 1 });
  expect(await columnOf(database, 'reminders', 'created_at')).toEqual([clock.now() - 400 * DAY_MS]);
  expect(await columnOf(database, 'monthly_reports', 'month')).toEqual(['2025-01']);
});

it('deletes discarded stock sheets with their lines after 30 days, except the newest sheet', async () => {
  const product = await insertProduct(database);
  for (const [number, status, changedAt] of [
    [1, 'discarded', clock.now() - 30 * DAY_MS - 1],
    [2, 'discarded', clock.now() - 30 * DAY_MS],
    [3, 'booked', 0],
    [4, 'draft', 0],
    [5, 'discarded', 0],
  ] as const) {
    const id = newId();
    await database.write(sql`
      INSERT INTO stock_sheets (id, number, kind, status, supplier, note, owner_id, changed_by_id, created_at, changed_at)
      VALUES (${id}, ${number}, 'delivery', ${status}, '', '', ${user}, ${user}, 0, ${changedAt})`);
    await database.write(sql`
      INSERT INTO stock_sheet_lines (sheet_id, product_id, position, unit_type) VALUES (${id}, ${product}, ${number}, 'kg')`);
  }

  expect(await cleanUp.run()).toMatchObject({ 'stock-sheets.discarded': 1 });
  expect(await columnOf(database, 'stock_sheets', 'number')).toEqual([2, 3, 4, 5]);
  expect(await columnOf(database, 'stock_sheet_lines', 'position')).toEqual([2, 3, 4, 5]);
});

it('deletes low-stock alerts 90 days after their mail, and keeps alerts without one', async () => {
  const product = await insertProduct(database);
  for (const [fellAt, mailedAt] of [
    [1, clock.now() - 90 * DAY_MS - 1],
    [2, clock.now() - 90 * DAY_MS],
    [3, null],
  ] as const)
    await database.write(sql`
      INSERT INTO low_stock_alerts (event_id, product_id, fell_at, hour, mailed_at)
      VALUES (${newId()}, ${product}, ${fellAt}, 0, ${mailedAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'catalog.low-stock-alerts': 1 });
  expect(await columnOf(database, 'low_stock_alerts', 'fell_at')).toEqual([2, 3]);
});

it('deletes mails and their files 400 days after they were sent, refused or held back', async () => {
  const folder = new MailFolder({ dataDir } as Config);
  const [long, edge] = [clock.now() - 400 * DAY_MS - 1, clock.now() - 400 * DAY_MS];
  for (const [key, sentAt, refusedAt, heldAt] of [
    ['sent long ago', long, null, null],
    ['refused long ago', null, long, null],
    ['held long ago', null, null, long],
    ['sent', edge, null, null],
    ['refused', null, edge, null],
    ['held', null, null, edge],
    ['waiting', null, null, null],
  ] as const) {
    const id = newId();
    await database.write(sql`
      INSERT INTO mails (id, key, kind, address, subject, message_id, created_at, sent_at, refused_at, held_at)
      VALUES (${id}, ${key}, 'low-stock', '', '', '', 0, ${sentAt}, ${refusedAt}, ${heldAt})`);
    await folder.write(id, Readable.from(key));
  }

  expect(await cleanUp.run()).toMatchObject({ 'mail.mails': 3 });
  expect(await columnOf(database, 'mails', 'key')).toEqual(['held', 'refused', 'sent', 'waiting']);
  const kept = (await columnOf(database, 'mails', 'id')).map((id) => `${String(id)}.eml`);
  expect((await readdir(join(dataDir, 'mail'))).sort()).toEqual(kept.sort());
});

it('deletes partial invoices after one day, and never deletes invoices', async () => {
  const folder = join(dataDir, 'invoices');
  await mkdir(folder);
  for (const [name, age] of [
    ['a.pdf', 900 * DAY_MS],
    ['a.pdf.1.part', DAY_MS + HOUR_MS],
    ['a.pdf.2.part', HOUR_MS],
  ] as const) {
    await writeFile(join(folder, name), '');
    const time = new Date(clock.now() - age);
    await utimes(join(folder, name), time, time);
  }

  expect(await cleanUp.run()).toMatchObject({ 'orders.invoice-parts': 1 });
  expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'a.pdf.2.part']);
});

it('runs every task and then throws all failures', async () => {
  const failing = new RetentionRegistry();
  failing.add({ name: 'a', run: () => Promise.reject(new Error('no')) });
  const ran: number[] = [];
  failing.add({ name: 'b', run: (now) => Promise.resolve(ran.push(now)) });

  await expect(new RunRetention(failing, database, clock).run()).rejects.toMatchObject({
    errors: [{ message: 'Retention of a failed', cause: { message: 'no' } }],
  });
  expect(ran).toEqual([clock.now()]);
});

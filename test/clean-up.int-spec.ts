import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { AccessTokens } from '../src/auth/access-tokens.js';
import { Audit } from '../src/audit/audit.js';
import { SessionEnded } from '../src/auth/auth.errors.js';
import { CleanUpPasswordResets, expiredPasswordResets } from '../src/auth/clean-up-password-resets.js';
import { CleanUpSessions, expiredSessions, tokensOfExpiredSessions } from '../src/auth/clean-up-sessions.js';
import { RefreshSession } from '../src/auth/refresh-session.js';
import { openSession, SESSION_LIFETIME } from '../src/auth/refresh-tokens.js';
import { CleanUpLowStockAlerts, mailedAlerts } from '../src/catalog/clean-up-low-stock-alerts.js';
import { newId } from '../src/common/id.js';
import type { Config } from '../src/config/config.js';
import type { Database } from '../src/database/database.js';
import { deleteInBatches, deletionOf, type Deletion } from '../src/database/delete-in-batches.js';
import { join as commas, raw, sql, type Sql } from '../src/database/transaction.js';
import { CleanUpOutbox, completedEvents } from '../src/jobs/clean-up-outbox.js';
import { CleanUpScheduleRuns } from '../src/jobs/clean-up-schedule-runs.js';
import { CleanUps } from '../src/jobs/clean-ups.js';
import { CleanUpMails, oldMails } from '../src/mail/clean-up-mails.js';
import { MailFolder } from '../src/mail/mail-folder.js';
import { CleanUp } from '../src/ops/clean-up.js';
import { CleanUpIdempotencyKeys, oldIdempotencyKeys } from '../src/orders/clean-up-idempotency-keys.js';
import { CleanUpInvoiceParts } from '../src/orders/invoices/clean-up-invoice-parts.js';
import { CleanUpMonthlyReports, oldMonthlyReports } from '../src/reports/clean-up-monthly-reports.js';
import { CleanUpReminders, oldReminders } from '../src/users/clean-up-reminders.js';
import {
  CleanUpSignInAttempts,
  forgottenAttempts,
} from '../src/users/passwords/clean-up-sign-in-attempts.js';
import { productRow } from './factories/rows.js';
import { openTestDatabase } from './setup/database.js';
import { ENGINE, newPlace } from './setup/engine.js';
import { TestClock } from './setup/test-clock.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CALLER = { address: '192.0.2.1', userAgent: 'test', requestId: 'test' };

let database: Database;
let dataDir: string;
let clock: TestClock;
let cleanUps: CleanUps;
let cleanUp: CleanUp;
let user: string;

beforeAll(() => {
  Logger.overrideLogger(false);
});

beforeEach(async () => {
  const place = await newPlace();
  dataDir = place.dataDir;
  database = await openTestDatabase(place);
  clock = new TestClock();
  cleanUps = new CleanUps();
  for (const Step of [
    CleanUpOutbox,
    CleanUpSessions,
    CleanUpPasswordResets,
    CleanUpSignInAttempts,
    CleanUpIdempotencyKeys,
    CleanUpScheduleRuns,
    CleanUpReminders,
    CleanUpLowStockAlerts,
    CleanUpMonthlyReports,
  ])
    new Step(database, cleanUps);
  new CleanUpMails(database, new MailFolder({ dataDir } as Config), cleanUps);
  new CleanUpInvoiceParts({ dataDir } as Config, cleanUps);
  cleanUp = new CleanUp(cleanUps, clock);
  user = newId();
  await database.write(sql`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES (${user}, 'asha', 'asha', 'a@example.com', 'a@example.com', 'Asha', '-', 'user', 'approved', 'en-IN', 0)`);
});

/** A session of the user, opened now. */
function newSession(): Promise<{ sessionId: string; refreshToken: string }> {
  return database.transaction((tx) => openSession(tx, user, CALLER, clock.now()));
}

function refresh(token: string): Promise<{ refreshToken: string }> {
  const accessTokens = { issue: () => ({ accessToken: '', expiresIn: 0 }) } as unknown as AccessTokens;
  return new RefreshSession(database, clock, accessTokens, new Audit(clock)).run(token, CALLER);
}

async function column(table: string, name: string): Promise<unknown[]> {
  const rows = await database.read.rows<{ value: unknown }>(
    sql`SELECT ${raw(name)} AS value FROM ${raw(table)} ORDER BY ${raw(name)}`,
  );
  return rows.map(({ value }) => value);
}

it('finds nothing in a store that has nothing', async () => {
  expect(await cleanUp.run()).toEqual({
    'jobs.outbox-events': 0,
    'auth.sessions': 0,
    'auth.password-resets': 0,
    'users.sign-in-attempts': 0,
    'orders.idempotency-keys': 0,
    'orders.invoice-parts': 0,
    'jobs.schedule-runs': 0,
    'users.reminders': 0,
    'catalog.low-stock-alerts': 0,
    'reports.monthly-reports': 0,
    'mail.mails': 0,
  });
});

describe('sessions', () => {
  it('go with their tokens when they have expired, to the millisecond', async () => {
    await newSession();
    clock.advance(1);
    const { sessionId } = await newSession();
    clock.advance(SESSION_LIFETIME - 1);

    expect(await cleanUp.run()).toMatchObject({ 'auth.sessions': 1 });
    expect(await column('sessions', 'id')).toEqual([sessionId]);
    expect(await column('refresh_tokens', 'session_id')).toEqual([sessionId]);

    clock.advance(1);
    expect(await cleanUp.run()).toMatchObject({ 'auth.sessions': 1 });
    expect(await column('refresh_tokens', 'session_id')).toEqual([]);
    expect(await cleanUp.run()).toMatchObject({ 'auth.sessions': 0 });
  });

  it('that are open go on, and still tell when a token comes again that was used long ago', async () => {
    const { refreshToken: first } = await newSession();
    const { refreshToken: second } = await refresh(first);
    clock.advance(SESSION_LIFETIME - 1);
    const { refreshToken: third } = await refresh(second);
    clock.advance(SESSION_LIFETIME - 1);

    await cleanUp.run();
    const { refreshToken: fourth } = await refresh(third);
    await cleanUp.run();

    await expect(refresh(first)).rejects.toThrow(SessionEnded);
    expect(await column('audit_entries', 'action')).toEqual(['auth.refresh-token-reused']);
    await expect(refresh(fourth)).rejects.toThrow(SessionEnded);
  });
});

it('password resets go a day after they have expired, and not before', async () => {
  for (const [name, expiresAt, usedAt] of [
    ['long over', clock.now() - DAY, null],
    ['used', clock.now() - DAY - 1, 1],
    ['just over', clock.now() - DAY + 1, null],
    ['open', clock.now() + 1, null],
  ] as const)
    await database.write(sql`
      INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at, used_at)
      VALUES (${newId()}, ${name}, ${user}, 0, ${expiresAt}, ${usedAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'auth.password-resets': 2 });
  expect(await column('password_resets', 'token_hash')).toEqual(['just over', 'open']);
});

it('attempts to sign in go when they make nobody wait any more', async () => {
  for (const [key, lastAt, blockedUntil] of [
    ['a: forgotten', clock.now() - HOUR - 1, 0],
    ['b: of late', clock.now() - HOUR, 0],
    ['c: still blocked', clock.now() - HOUR - 1, clock.now() + 1],
  ] as const)
    await database.write(sql`
      INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at) VALUES (${key}, 9, ${blockedUntil}, ${lastAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'users.sign-in-attempts': 1 });
  expect(await column('sign_in_attempts', 'key')).toEqual(['b: of late', 'c: still blocked']);
});

it('keys of checkouts are kept for two days', async () => {
  for (const [key, createdAt] of [
    ['old', clock.now() - 2 * DAY - 1],
    ['two days', clock.now() - 2 * DAY],
    ['young', clock.now()],
  ] as const)
    await database.write(sql`
      INSERT INTO idempotency_keys (user_id, key, body_hash, answer, created_at) VALUES (${user}, ${key}, '', '', ${createdAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'orders.idempotency-keys': 1 });
  expect(await column('idempotency_keys', 'key')).toEqual(['two days', 'young']);
});

it('events are kept for a month after their work was done, and for ever where it was not', async () => {
  for (const [type, completedAt] of [
    ['done long ago', clock.now() - 30 * DAY - 1],
    ['done', clock.now() - 30 * DAY],
    ['open', null],
  ] as const)
    await database.write(sql`
      INSERT INTO outbox_events (id, type, subject, payload, created_at, completed_at) VALUES (${newId()}, ${type}, '', '{}', 0, ${completedAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'jobs.outbox-events': 1 });
  expect(await column('outbox_events', 'type')).toEqual(['done', 'open']);
});

it('periods of schedules are kept for 400 days, and the latest of each for ever', async () => {
  for (const [schedule, dueAt] of [
    ['clean-up', 1],
    ['clean-up', clock.now() - 400 * DAY - 1],
    ['clean-up', clock.now() - 400 * DAY],
    ['monthly-report', 2],
    ['monthly-report', 3],
  ] as const)
    await database.write(sql`
      INSERT INTO schedule_runs (schedule, due_at, created_at) VALUES (${schedule}, ${dueAt}, 0)`);

  expect(await cleanUp.run()).toMatchObject({ 'jobs.schedule-runs': 3 });
  expect(await column('schedule_runs', 'due_at')).toEqual([3, clock.now() - 400 * DAY]);
  expect(await cleanUp.run()).toMatchObject({ 'jobs.schedule-runs': 0 });
});

it('reminders and monthly reports are kept for 400 days', async () => {
  for (const [day, createdAt] of [
    ['2024-01-01', clock.now() - 400 * DAY - 1],
    ['2025-01-01', clock.now() - 400 * DAY],
  ] as const) {
    await database.write(
      sql`INSERT INTO reminders (user_id, day, created_at) VALUES (${user}, ${day}, ${createdAt})`,
    );
    await database.write(
      sql`INSERT INTO monthly_reports (user_id, month, created_at) VALUES (${user}, ${day.slice(0, 7)}, ${createdAt})`,
    );
  }

  expect(await cleanUp.run()).toMatchObject({ 'users.reminders': 1, 'reports.monthly-reports': 1 });
  expect(await column('reminders', 'created_at')).toEqual([clock.now() - 400 * DAY]);
  expect(await column('monthly_reports', 'month')).toEqual(['2025-01']);
});

it('alerts of low stock are kept for 90 days after their mail, and for ever without', async () => {
  const product = await productRow(database);
  for (const [fellAt, mailedAt] of [
    [1, clock.now() - 90 * DAY - 1],
    [2, clock.now() - 90 * DAY],
    [3, null],
  ] as const)
    await database.write(sql`
      INSERT INTO low_stock_alerts (event_id, product_id, fell_at, hour, mailed_at)
      VALUES (${newId()}, ${product}, ${fellAt}, 0, ${mailedAt})`);

  expect(await cleanUp.run()).toMatchObject({ 'catalog.low-stock-alerts': 1 });
  expect(await column('low_stock_alerts', 'fell_at')).toEqual([2, 3]);
});

it('mails are kept for 400 days after they left or were refused, with what was kept of them', async () => {
  const folder = new MailFolder({ dataDir } as Config);
  const [long, edge] = [clock.now() - 400 * DAY - 1, clock.now() - 400 * DAY];
  for (const [key, sentAt, refusedAt] of [
    ['sent long ago', long, null],
    ['refused long ago', null, long],
    ['sent', edge, null],
    ['refused', null, edge],
    ['waiting', null, null],
  ] as const) {
    const id = newId();
    await database.write(sql`
      INSERT INTO mails (id, key, kind, address, subject, message_id, created_at, sent_at, refused_at)
      VALUES (${id}, ${key}, 'low-stock', '', '', '', 0, ${sentAt}, ${refusedAt})`);
    await folder.write(id, Readable.from(key));
  }

  expect(await cleanUp.run()).toMatchObject({ 'mail.mails': 2 });
  expect(await column('mails', 'key')).toEqual(['refused', 'sent', 'waiting']);
  const kept = (await column('mails', 'id')).map((id) => `${String(id)}.eml`);
  expect((await readdir(join(dataDir, 'mail'))).sort()).toEqual(kept.sort());
});

it('halves of invoices go after a day, and invoices never', async () => {
  const folder = join(dataDir, 'invoices');
  await mkdir(folder);
  for (const [name, age] of [
    ['a.pdf', 900 * DAY],
    ['a.pdf.1.part', DAY + HOUR],
    ['a.pdf.2.part', HOUR],
  ] as const) {
    await writeFile(join(folder, name), '');
    const time = new Date(clock.now() - age);
    await utimes(join(folder, name), time, time);
  }

  expect(await cleanUp.run()).toMatchObject({ 'orders.invoice-parts': 1 });
  expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'a.pdf.2.part']);
});

it('runs every step, and then tells what failed', async () => {
  const failing = new CleanUps();
  failing.add({ name: 'a', run: () => Promise.reject(new Error('no')) });
  const ran: number[] = [];
  failing.add({ name: 'b', run: (now) => Promise.resolve(ran.push(now)) });

  await expect(new CleanUp(failing, clock).run()).rejects.toMatchObject({
    errors: [{ message: 'a could not be cleaned up', cause: { message: 'no' } }],
  });
  expect(ran).toEqual([clock.now()]);
});

describe('many rows', () => {
  /** So many rows in each table, of which one in a hundred is over. */
  async function fill(count: number): Promise<void> {
    const product = await productRow(database);
    for (let start = 0; start < count; start += 500) {
      const numbers = Array.from({ length: Math.min(500, count - start) }, (_, i) => start + i);
      const rows = (of: (n: number, at: number) => Sql): Sql =>
        commas(numbers.map((n) => of(n, n % 100 === 0 ? 0 : clock.now() + DAY)));
      const ids = numbers.map(() => newId());
      const idOf = (n: number): string => ids[n - start] ?? '';
      await database.transaction(async (tx) => {
        await tx.execute(sql`INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
          VALUES ${rows((n, at) => sql`(${idOf(n)}, ${user}, '', '', 0, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO refresh_tokens (token_hash, session_id, created_at)
          VALUES ${rows((n) => sql`(${String(n)}, ${idOf(n)}, 0)`)}`);
        await tx.execute(sql`INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at)
          VALUES ${rows((n, at) => sql`(${newId()}, ${String(n)}, ${user}, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at)
          VALUES ${rows((n, at) => sql`(${String(n)}, 1, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO idempotency_keys (user_id, key, body_hash, answer, created_at)
          VALUES ${rows((n, at) => sql`(${user}, ${String(n)}, '', '', ${at})`)}`);
        await tx.execute(sql`INSERT INTO outbox_events (id, type, subject, payload, created_at, completed_at)
          VALUES ${rows((_, at) => sql`(${newId()}, '', '', '{}', 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO reminders (user_id, day, created_at)
          VALUES ${rows((n, at) => sql`(${user}, ${new Date(n * DAY).toISOString().slice(0, 10)}, ${at})`)}`);
        await tx.execute(sql`INSERT INTO monthly_reports (user_id, month, created_at)
          VALUES ${rows((n, at) => sql`(${user}, ${String(n)}, ${at})`)}`);
        await tx.execute(sql`INSERT INTO low_stock_alerts (event_id, product_id, fell_at, hour, mailed_at)
          VALUES ${rows((_, at) => sql`(${newId()}, ${product}, 0, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO mails (id, key, kind, address, subject, message_id, created_at, sent_at)
          VALUES ${rows((n, at) => sql`(${idOf(n)}, ${String(n)}, 'low-stock', '', '', '', ${at}, ${at})`)}`);
        await tx.execute(sql`INSERT INTO schedule_runs (schedule, due_at, created_at)
          VALUES ${rows((n, at) => sql`('clean-up', ${at === 0 ? n : at + n}, 0)`)}`);
      });
    }
    await database.write(sql`ANALYZE`);
  }

  const batch =
    (deletion: (now: number) => Deletion) =>
    (now: number): Sql =>
      deletionOf(deletion(now), 1000);

  const DELETIONS: readonly [string, RegExp, (now: number) => Sql][] = [
    ['sessions', /sessions_expires_at_idx/, batch(expiredSessions)],
    ['refresh tokens', /sessions_expires_at_idx/, batch(tokensOfExpiredSessions)],
    ['password resets', /password_resets_expires_at_idx/, batch(expiredPasswordResets)],
    ['attempts', /sign_in_attempts_last_at_idx/, batch(forgottenAttempts)],
    ['keys', /idempotency_keys_created_at_idx/, batch(oldIdempotencyKeys)],
    ['events', /outbox_events_completed_idx/, batch(completedEvents)],
    ['reminders', /reminders_created_at_idx/, batch(oldReminders)],
    ['monthly reports', /monthly_reports_created_at_idx/, batch(oldMonthlyReports)],
    ['alerts', /low_stock_alerts_open_idx/, batch(mailedAlerts)],
    ['mails', /mails_created_at_idx/, (now) => oldMails(now, 1000)],
  ];

  it('are found by an index, and go in batches', async () => {
    await fill(3000);
    for (const [name, index, of] of DELETIONS) {
      const explained = await explain(of(clock.now()));
      expect([name, explained]).toEqual([name, expect.stringMatching(index)]);
      expect([name, explained]).not.toEqual([name, expect.stringMatching(/SCAN (?!refresh_tokens EXISTS)/)]);
    }

    const statements = jest.spyOn(database, 'write');
    expect(await deleteInBatches(database, oldIdempotencyKeys(clock.now()), 8)).toBe(30);
    expect(statements).toHaveBeenCalledTimes(4);

    expect(await cleanUp.run()).toMatchObject({
      'auth.sessions': 30,
      'auth.password-resets': 30,
      'users.sign-in-attempts': 30,
      'orders.idempotency-keys': 0,
      'jobs.outbox-events': 30,
      'users.reminders': 30,
      'reports.monthly-reports': 30,
      'catalog.low-stock-alerts': 30,
      'jobs.schedule-runs': 30,
      'mail.mails': 30,
    });
    expect(await column('refresh_tokens', 'token_hash')).toHaveLength(2970);
  });

  it('go once, where several clean up at the same time', async () => {
    await fill(2000);
    const runs = await Promise.all([cleanUp.run(), cleanUp.run(), cleanUp.run()]);
    expect(runs.reduce((all, counts) => all + (counts['jobs.outbox-events'] ?? 0), 0)).toBe(20);
    expect(await column('sessions', 'id')).toHaveLength(1980);
  });
});

async function explain(statement: Sql): Promise<string> {
  const how = ENGINE === 'sqlite' ? sql`EXPLAIN QUERY PLAN ${statement}` : sql`EXPLAIN ${statement}`;
  const rows = await database.read.rows<Record<string, unknown>>(how);
  return rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n');
}

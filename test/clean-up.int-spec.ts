import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { AccessTokens } from '../src/auth/access-tokens.js';
import { Audit } from '../src/audit/audit.js';
import { SessionEnded } from '../src/auth/auth.errors.js';
import { CleanUpPasswordResets, expiredPasswordResets } from '../src/auth/clean-up-password-resets.js';
import { CleanUpSessions, expiredSessions, tokensOfExpiredSessions } from '../src/auth/clean-up-sessions.js';
import { RefreshSession } from '../src/auth/refresh-session.js';
import { openSession, SESSION_LIFETIME } from '../src/auth/refresh-tokens.js';
import { newId } from '../src/common/id.js';
import type { Config } from '../src/config/config.js';
import type { Database } from '../src/database/database.js';
import { deleteInBatches, deletionOf, type Deletion } from '../src/database/delete-in-batches.js';
import { join as commas, raw, sql, type Sql } from '../src/database/transaction.js';
import { CleanUpOutbox, completedEvents } from '../src/jobs/clean-up-outbox.js';
import { CleanUps } from '../src/jobs/clean-ups.js';
import { CleanUp } from '../src/ops/clean-up.js';
import { CleanUpIdempotencyKeys, oldIdempotencyKeys } from '../src/orders/clean-up-idempotency-keys.js';
import { CleanUpInvoiceParts } from '../src/orders/invoices/clean-up-invoice-parts.js';
import {
  CleanUpSignInAttempts,
  forgottenAttempts,
} from '../src/users/passwords/clean-up-sign-in-attempts.js';
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
  ])
    new Step(database, cleanUps);
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
      });
    }
    await database.write(sql`ANALYZE`);
  }

  const DELETIONS: readonly [string, RegExp, (now: number) => Deletion][] = [
    ['sessions', /sessions_expires_at_idx/, expiredSessions],
    ['refresh tokens', /sessions_expires_at_idx/, tokensOfExpiredSessions],
    ['password resets', /password_resets_expires_at_idx/, expiredPasswordResets],
    ['attempts', /sign_in_attempts_last_at_idx/, forgottenAttempts],
    ['keys', /idempotency_keys_created_at_idx/, oldIdempotencyKeys],
    ['events', /outbox_events_completed_idx/, completedEvents],
  ];

  it('are found by an index, and go in batches', async () => {
    await fill(3000);
    for (const [name, index, of] of DELETIONS) {
      const explained = await explain(deletionOf(of(clock.now()), 1000));
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

import {
  createSession,
  REFRESH_LEEWAY_MS,
  refreshTokenHash,
  SESSION_TTL_MS,
} from '../../src/auth/sessions/refresh-tokens.js';
import { DAY_MS } from '../../src/platform/common/durations.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { ChangeSignals } from '../../src/platform/realtime/change-signals.js';
import { insertUser } from '../factories/rows.js';
import { refreshSessionOn } from '../support/actions/refresh-session.js';
import { testConfig } from '../support/stores/config.js';
import { columnOf, openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const CALLER = { address: '192.0.2.1', userAgent: 'test', requestId: 'test' };
const ENDED = { code: 'auth.session-ended' };

let database: Database;
let clock: TestClock;
let user: string;

beforeAll(async () => {
  database = await openTestDatabase();
});

/** Each test has a user of its own. */
beforeEach(async () => {
  clock = new TestClock();
  user = await insertUser(database);
});

/** Opens a session of the user and returns its first token. */
async function newSession(lifetimeMs = 30 * DAY_MS): Promise<{ sessionId: string; token: string }> {
  return database.transaction((tx) => createSession(tx, user, CALLER, { now: clock.now(), lifetimeMs }));
}

/** Refreshes in a process of its own. Returns the next token. */
async function refresh(token: string, variables: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await refreshSessionOn(database, clock, variables).run(token, CALLER)).refreshToken.token;
}

/** Returns the hashes of the user's tokens that have not been used. */
async function unspentHashes(): Promise<string[]> {
  const rows = await database.read.rows<{ hash: string }>(sql`
    SELECT token_hash AS hash FROM refresh_tokens
    WHERE used_at IS NULL AND session_id IN (SELECT id FROM sessions WHERE user_id = ${user})`);
  return rows.map(({ hash }) => hash);
}

describe('a spent refresh token', () => {
  it('gives the same successor again for 30 seconds, in every process', async () => {
    const { token } = await newSession();
    const successor = await refresh(token);
    expect(successor).not.toBe(token);
    for (const milliseconds of [0, 1, REFRESH_LEEWAY_MS - 1]) {
      clock.advance(milliseconds);
      expect(await refresh(token)).toBe(successor);
    }
    expect(REFRESH_LEEWAY_MS).toBe(30_000);
    expect(await unspentHashes()).toEqual([refreshTokenHash(successor)]);
    expect(await refresh(successor)).not.toBe(successor);
  });

  it('ends its session after 30 seconds, with an entry in the audit log and a signal', async () => {
    const { token, sessionId } = await newSession();
    const successor = await refresh(token);
    clock.advance(REFRESH_LEEWAY_MS + 1);
    const latest = await refresh(successor);

    const signals = new ChangeSignals(testConfig());
    const signal = new Promise<void>((resolve) => signals.subscribe(`user:${user}`, resolve));
    await expect(refreshSessionOn(database, clock, {}, signals).run(token, CALLER)).rejects.toMatchObject(
      ENDED,
    );
    await signal;

    for (const stolen of [token, successor, latest])
      await expect(refresh(stolen)).rejects.toMatchObject(ENDED);
    const entries = await database.read.rows(
      sql`SELECT action, subject_id AS subject, after FROM audit_entries WHERE subject_id = ${user}`,
    );
    expect(entries).toEqual([
      { action: 'auth.refresh-token-reused', subject: user, after: JSON.stringify({ sessionId }) },
    ]);
  });

  it('leaves the other sessions of the user open', async () => {
    const [stolen, other] = [await newSession(), await newSession()];
    await refresh(stolen.token);
    clock.advance(REFRESH_LEEWAY_MS + 1);
    await expect(refresh(stolen.token)).rejects.toMatchObject(ENDED);
    await refresh(other.token);
  });

  it('gives the latest token if its successor has been spent as well', async () => {
    const { token } = await newSession();
    const latest = await refresh(await refresh(await refresh(token)));
    clock.advance(REFRESH_LEEWAY_MS);
    expect(await refresh(token)).toBe(latest);
    expect(await unspentHashes()).toEqual([refreshTokenHash(latest)]);
  });

  it('gives one successor to several requests at once', async () => {
    const { token } = await newSession();
    const successors = await Promise.all(Array.from({ length: 12 }, () => refresh(token)));
    expect(new Set(successors).size).toBe(1);
    expect(await unspentHashes()).toEqual([refreshTokenHash(successors[0] ?? '')]);
  });

  it('of a session that was ended gives nothing, also at once', async () => {
    const { token, sessionId } = await newSession();
    await refresh(token);
    await database.write(sql`UPDATE sessions SET ended_at = ${clock.now()} WHERE id = ${sessionId}`);
    await expect(refresh(token)).rejects.toMatchObject(ENDED);
  });

  it('gives a successor also if it was spent under another secret', async () => {
    const { token } = await newSession();
    await refresh(token, { JWT_SECRET: 'the secret of the store before it was changed' });
    await refresh(await refresh(token));
  });
});

it('stores no refresh token, only hashes', async () => {
  const { token } = await newSession();
  const successor = await refresh(token);
  const rows = await database.read.rows(sql`SELECT * FROM refresh_tokens`);
  for (const secret of [token, successor]) expect(JSON.stringify(rows)).not.toContain(secret);
});

describe('the lifetime of a session', () => {
  const days = { SESSION_LIFETIME_DAYS: '40' };

  it('ends it, however often it is used', async () => {
    const { token } = await newSession(40 * DAY_MS);
    clock.advance(20 * DAY_MS);
    const second = await refresh(token, days);
    expect(await columnOf(database, 'sessions', 'expires_at')).toContain(clock.now() + 20 * DAY_MS);
    clock.advance(20 * DAY_MS - 1);
    const third = await refresh(second, days);
    clock.advance(1);
    await expect(refresh(third, days)).rejects.toMatchObject(ENDED);
  });

  it('does not extend the time without use', async () => {
    const { token } = await newSession(40 * DAY_MS);
    clock.advance(SESSION_TTL_MS);
    await expect(refresh(token, days)).rejects.toMatchObject(ENDED);
  });

  it('holds for existing sessions when it is made shorter', async () => {
    const { token } = await newSession(40 * DAY_MS);
    clock.advance(10 * DAY_MS);
    const latest = await refresh(token, days);
    await expect(refresh(latest, { SESSION_LIFETIME_DAYS: '10' })).rejects.toMatchObject(ENDED);
    await refresh(latest, { SESSION_LIFETIME_DAYS: '11' });
  });
});

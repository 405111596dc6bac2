import pg from 'pg';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import type { DatabaseLimits } from '../../src/platform/database/connection/database-limits.js';
import { failureOf } from '../../src/platform/database/connection/failures.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { sql, type Transaction } from '../../src/platform/database/transaction.js';
import { FlakyProxy } from '../support/servers/flaky-proxy.js';
import { measureDuration, waitUntil } from '../support/servers/processes.js';
import { afterFile, createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';

const LIMITS: DatabaseLimits = {
  wait: 2500,
  lock: 300,
  statement: 500,
  job: 20 * SECOND_MS,
  idleTransaction: 5 * SECOND_MS,
};

/** Longer than any of the limits above together, on a slow machine, and shorter than a wait without a limit. */
const SOON_MS = 8 * SECOND_MS;

/** PostgreSQL's code for a lock that was not free in time. */
const LOCK_NOT_AVAILABLE = '55P03';

let proxy: FlakyProxy;
let database: Database;
let operator: pg.Client;

const insert = (tx: Transaction, name: string): Promise<number> =>
  tx.execute(sql`INSERT INTO notes (name) VALUES (${name})`);

async function namesIn(): Promise<string[]> {
  const { rows } = await operator.query<{ name: string }>('SELECT name FROM notes ORDER BY name');
  return rows.map(({ name }) => name);
}

const backends = async (): Promise<void> => {
  await operator.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
};

async function open(): Promise<void> {
  const { databaseUrl = '', dataDir } = await createStoreLocation();
  operator = new pg.Client({ connectionString: databaseUrl });
  operator.on('error', () => undefined);
  await operator.connect();
  afterFile(() => operator.end());
  await operator.query('CREATE TABLE notes (name text PRIMARY KEY)');
  proxy = await FlakyProxy.before(databaseUrl);
  database = await openDatabase({ databaseUrl: proxy.url, dataDir, entities: [], databaseLimits: LIMITS });
  afterFile(() => database.close());
}

describeIf(ENGINE === 'postgres')('a database on a PostgreSQL that fails', () => {
  beforeAll(open);

  beforeEach(async () => {
    await operator.query('TRUNCATE notes');
  });

  it('knows that nothing was saved if the connection ends before COMMIT, and finds another one', async () => {
    const saving = database.transaction(async (tx) => {
      await insert(tx, 'a');
      await backends();
      await insert(tx, 'b');
    });
    await expect(saving).rejects.toMatchObject({ code: 'database.unavailable', kind: 'unavailable' });
    await database.transaction((tx) => insert(tx, 'c'));
    expect(await namesIn()).toEqual(['c']);
  });

  it('says that the outcome is unknown if the answer to COMMIT is lost, and refreshes what depends on it', async () => {
    const refresh = jest.fn();
    proxy.loseAnswerTo('COMMIT');
    const before = database.commits;
    const saving = database.transaction(async (tx) => {
      tx.afterCommit(refresh);
      await insert(tx, 'a');
    });
    await expect(saving).rejects.toMatchObject({ code: 'database.outcome-unknown' });
    proxy.loseAnswerTo(undefined);
    await waitUntil(async () => (await namesIn()).length === 1);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(database.commits).toBe(before + 1);
  });

  it('says that the outcome of a single statement is unknown if its answer is lost', async () => {
    proxy.loseAnswerTo('INSERT INTO notes');
    const saving = database.write(sql`INSERT INTO notes (name) VALUES (${'alone'})`);
    await expect(saving).rejects.toMatchObject({ code: 'database.outcome-unknown' });
    proxy.loseAnswerTo(undefined);
    await waitUntil(async () => (await namesIn()).length === 1);
  });

  it('ends the wait for a row that is locked and never released', async () => {
    await database.transaction((tx) => insert(tx, 'a'));
    await operator.query("BEGIN; UPDATE notes SET name = 'z'");
    const waiting = measureDuration(() =>
      expect(database.write(sql`DELETE FROM notes`)).rejects.toMatchObject({
        code: 'database.unavailable',
        // By the limit of locks, before that of statements.
        cause: { driverError: { code: LOCK_NOT_AVAILABLE } },
      }),
    );
    expect(await waiting).toBeLessThan(SOON_MS);
    await operator.query('ROLLBACK');
    expect(await namesIn()).toEqual(['a']);
  });

  it('ends a statement that takes too long, and not one of a report', async () => {
    const slow = sql`SELECT pg_sleep(0.9)::text AS done`;
    const failure = await database.read.rows(slow).catch((error: unknown) => error);
    expect(failureOf(failure)).toBe('refused');
    await expect(database.slowRead.rows(slow)).resolves.toHaveLength(1);
  });

  it('ends the wait for the turn to write', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const busy = Array.from({ length: database.dialect.maxWriters }, () =>
      database.transaction(() => released),
    );
    const next = database.transaction((tx) => insert(tx, 'a'));
    await expect(next).rejects.toMatchObject({ code: 'database.unavailable' });
    release();
    await Promise.all(busy);
    await database.transaction((tx) => insert(tx, 'b'));
    expect(await namesIn()).toEqual(['b']);
  });

  it('answers within its limits while the server is silent, and recovers', async () => {
    await database.read.row(sql`SELECT 1 AS one`);
    proxy.freeze();
    const duration = await measureDuration(async () => {
      const attempts = await Promise.allSettled([
        ...Array.from({ length: 40 }, () => database.read.row(sql`SELECT 1 AS one`)),
        ...Array.from({ length: 40 }, (_, i) => database.transaction((tx) => insert(tx, `frozen ${i}`))),
        database.slowRead.row(sql`SELECT 1 AS one`),
      ]);
      const failures = attempts.map((attempt) =>
        attempt.status === 'rejected' ? (attempt.reason as Error & { kind?: unknown }) : undefined,
      );
      expect(
        failures.map((error) => error?.kind === 'unavailable' || failureOf(error) !== undefined),
      ).toEqual(attempts.map(() => true));
    });
    expect(duration).toBeLessThan(2 * SOON_MS);
    proxy.thaw();
    await waitUntil(() =>
      database
        .transaction((tx) => insert(tx, 'thawed'))
        .then(
          () => true,
          () => false,
        ),
    );
    expect(await database.read.row(sql`SELECT 1 AS one`)).toEqual({ one: 1 });
  });

  it('fails a stream whose connection is lost, and streams again', async () => {
    const rows = sql`SELECT n FROM generate_series(1, 2600) AS n`;
    const count = async (onBatch: () => Promise<void> = async () => undefined): Promise<number> => {
      let seen = 0;
      for await (const batch of database.read.stream<{ n: number }>(rows)) {
        seen += batch.length;
        await onBatch();
      }
      return seen;
    };
    await expect(count(backends)).rejects.toThrow();
    expect(await count()).toBe(2600);
  });
});

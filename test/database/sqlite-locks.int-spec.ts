import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DEFAULT_LIMITS } from '../../src/platform/database/connection/database-limits.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { measureDuration, sleep } from '../support/servers/processes.js';
import { afterFile, createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';
import { STORE_FILE } from '../support/stores/sqlite-files.js';

const LOCK_LIMIT_MS = 700;

let database: Database;
/** Another program that uses the file, such as a backup or a shell. */
let other: BetterSqlite3.Database;

const write = (name: string): Promise<number> =>
  database.write(sql`INSERT INTO notes (name) VALUES (${name})`);
const transaction = (name: string): Promise<number> =>
  database.transaction((tx) => tx.execute(sql`INSERT INTO notes (name) VALUES (${name})`));

async function namesIn(): Promise<string[]> {
  const rows = await database.read.rows<{ name: string }>(sql`SELECT name FROM notes ORDER BY name`);
  return rows.map(({ name }) => name);
}

async function open(): Promise<void> {
  const { dataDir } = await createStoreLocation();
  const databaseLimits = { ...DEFAULT_LIMITS, lock: LOCK_LIMIT_MS };
  database = await openDatabase({ databaseUrl: undefined, dataDir, entities: [], databaseLimits });
  afterFile(() => database.close());
  await database.write(sql`CREATE TABLE notes (name text PRIMARY KEY)`);
  other = new BetterSqlite3(join(dataDir, STORE_FILE), { timeout: 0 });
  afterFile(async () => void other.close());
}

describeIf(ENGINE === 'sqlite')('a database on a SQLite file that another process writes', () => {
  beforeAll(open);

  beforeEach(() => {
    other.exec('DELETE FROM notes; BEGIN IMMEDIATE');
  });
  afterEach(() => {
    if (other.inTransaction) other.exec('ROLLBACK');
  });

  it.each([
    ['transaction', transaction],
    ['single statement', write],
  ])('refuses a %s at the limit, and keeps the event loop and reads free until then', async (_, save) => {
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    const saving = save('a');
    const readMs = await measureDuration(() => namesIn());
    const savedMs = await measureDuration(() =>
      expect(saving).rejects.toMatchObject({ code: 'database.unavailable' }),
    );
    loop.disable();
    expect(readMs).toBeLessThan(LOCK_LIMIT_MS / 2);
    expect(savedMs).toBeLessThan(LOCK_LIMIT_MS + 3000);
    // Nanoseconds. Waiting in SQLite would stop the loop until the limit.
    expect(loop.max / 1e6).toBeLessThan(LOCK_LIMIT_MS / 2);
    expect(await namesIn()).toEqual([]);
  });

  it('saves what waited once the lock is released, in order', async () => {
    const saving = [transaction('a'), write('b'), transaction('c')];
    await sleep(100);
    other.exec('COMMIT');
    await expect(Promise.all(saving)).resolves.toEqual([1, 1, 1]);
    expect(await namesIn()).toEqual(['a', 'b', 'c']);
  });

  it('reads a stream meanwhile', async () => {
    const batches: unknown[][] = [];
    for await (const batch of database.read.stream(sql`SELECT name FROM notes UNION ALL SELECT 'x'`)) {
      batches.push(batch);
    }
    expect(batches).toEqual([[{ name: 'x' }]]);
  });
});

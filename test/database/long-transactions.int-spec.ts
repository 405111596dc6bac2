import { DEFAULT_LIMITS } from '../../src/platform/database/connection/database-limits.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { sleep } from '../support/servers/processes.js';
import { afterFile, createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';

const WAIT_LIMIT_MS = 200;

let database: Database;

const write = (name: string): Promise<number> =>
  database.write(sql`INSERT INTO notes (name) VALUES (${name})`);

describeIf(ENGINE === 'sqlite')('writers of one process on SQLite', () => {
  beforeAll(async () => {
    const { dataDir } = await createStoreLocation();
    const databaseLimits = { ...DEFAULT_LIMITS, wait: WAIT_LIMIT_MS };
    database = await openDatabase({ databaseUrl: undefined, dataDir, entities: [], databaseLimits });
    afterFile(() => database.close());
    await database.write(sql`CREATE TABLE notes (name text PRIMARY KEY)`);
  });

  it('wait for a long transaction, also beyond the limit', async () => {
    const long = database.longTransaction(() => sleep(3 * WAIT_LIMIT_MS));
    await expect(Promise.all([write('a'), write('b'), long])).resolves.toMatchObject([1, 1]);
  });

  it('wait no longer for a long transaction that has failed', async () => {
    const long = database.longTransaction(() => Promise.reject(new Error('failed')));
    await expect(Promise.allSettled([long, write('c')])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled' },
    ]);
  });

  it('are refused at the limit behind any other transaction', async () => {
    const slow = database.transaction(() => sleep(3 * WAIT_LIMIT_MS));
    await expect(write('d')).rejects.toMatchObject({ code: 'database.unavailable' });
    await slow;
  });
});

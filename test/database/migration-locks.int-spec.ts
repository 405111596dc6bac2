import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import pg from 'pg';
import { migrationOptions } from '../../src/platform/database/connection/data-sources.js';
import { DEFAULT_LIMITS } from '../../src/platform/database/connection/database-limits.js';
import { patiently, PendingMigrationsError } from '../../src/platform/database/connection/run-migrations.js';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { sleep } from '../support/servers/processes.js';
import { afterFile, createEmptyStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';

describe('a store that does not migrate by itself', () => {
  it('refuses to start while migrations are pending, and changes nothing', async () => {
    const location = await createEmptyStoreLocation();
    const open = (autoMigrate: boolean): ReturnType<typeof openDatabase> =>
      openDatabase({ ...location, entities: [], autoMigrate });
    const refusal = await open(false).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PendingMigrationsError);
    expect((refusal as Error).message).toMatch(
      /lacks \d+ migrations \(Accounts1764000000001, .+\), and AUTO_MIGRATE is off.+npm run admin -- migrate/,
    );
    await expect(open(false)).rejects.toThrow('(Accounts1764000000001, ');
    await (await open(true)).close();
    const database = await open(false);
    expect(await database.read.rows(sql`SELECT id FROM users`)).toEqual([]);
    await database.close();
  });
});

/** Needs a lock that excludes all readers and writers of the table. */
class AddColumn1764999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE goods ADD COLUMN weight integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE goods DROP COLUMN weight');
  }
}

async function connection(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  afterFile(() => client.end());
  return client;
}

/** Writes until it is stopped. Returns the longest wait in milliseconds. */
function startWriter(client: pg.Client): { stop: () => Promise<number> } {
  let isRunning = true;
  const work = async (): Promise<number> => {
    let longest = 0;
    while (isRunning) {
      const startedAt = performance.now();
      await client.query('UPDATE goods SET stock = stock + 1');
      longest = Math.max(longest, performance.now() - startedAt);
      await sleep(5);
    }
    return longest;
  };
  const longest = work();
  return {
    stop: () => {
      isRunning = false;
      return longest;
    },
  };
}

describeIf(ENGINE === 'postgres')('a migration of a table that a long report reads', () => {
  it('lets writers proceed, and is applied after the report', async () => {
    const { databaseUrl = '' } = await createEmptyStoreLocation();
    const [reader, writing] = [await connection(databaseUrl), await connection(databaseUrl)];
    await writing.query('CREATE TABLE goods (stock integer); INSERT INTO goods VALUES (0)');
    await reader.query('BEGIN; SELECT * FROM goods');
    const source = await new DataSource({
      ...migrationOptions(databaseUrl, DEFAULT_LIMITS),
      migrations: [AddColumn1764999999999],
    }).initialize();
    afterFile(() => source.destroy());

    const writer = startWriter(writing);
    let isApplied = false;
    const migrating = patiently(() => source.runMigrations({ transaction: 'each' }), 500).then(
      () => void (isApplied = true),
    );
    await sleep(4 * SECOND_MS);
    expect(isApplied).toBe(false);
    await reader.query('COMMIT');
    await migrating;
    // A second for each attempt, and some for a slow machine. Behind the report it would have been four.
    expect(await writer.stop()).toBeLessThan(2.5 * SECOND_MS);
    expect((await writing.query('SELECT weight FROM goods')).rowCount).toBe(1);
  });
});

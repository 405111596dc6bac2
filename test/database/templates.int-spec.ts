import { DataSource } from 'typeorm';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertUser } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation } from '../support/stores/engine.js';

describe('createStoreLocation', () => {
  it('creates a database on which no migration is pending', async () => {
    const { dataDir, databaseUrl } = await createStoreLocation();
    const options = databaseUrl === undefined ? sqliteOptions(dataDir, []) : postgresOptions(databaseUrl, []);
    const source = await new DataSource(options).initialize();
    const isPending = await source.showMigrations();
    await source.destroy();
    expect(isPending).toBe(false);
  });

  it('creates databases that share no rows', async () => {
    const [one, other] = [await openTestDatabase(), await openTestDatabase()];
    await insertUser(one);
    expect(await other.read.rows(sql`SELECT id FROM users`)).toEqual([]);
  });
});

import type { Database } from '../../../src/platform/database/database.js';
import { openDatabase } from '../../../src/platform/database/open-database.js';
import { raw, sql, type Sql } from '../../../src/platform/database/transaction.js';
import { afterFile, ENGINE, createStoreLocation, type StoreLocation } from './engine.js';
import { entitiesOfFiles } from './entities.js';

/** Opens a migrated database without rows. It is closed and removed after the last test of the file. */
export async function openTestDatabase(location?: StoreLocation): Promise<Database> {
  const database = await openDatabase({
    ...(location ?? (await createStoreLocation())),
    entities: await entitiesOfFiles(),
  });
  afterFile(() => database.close());
  return database;
}

/** Returns the sorted values of one column of a table. */
export async function columnOf(database: Database, table: string, name: string): Promise<unknown[]> {
  const rows = await database.read.rows<{ value: unknown }>(
    sql`SELECT ${raw(name)} AS value FROM ${raw(table)} ORDER BY ${raw(name)}`,
  );
  return rows.map(({ value }) => value);
}

/** Returns the query plan of a statement, in the database's own format. */
export async function explain(database: Database, statement: Sql): Promise<string> {
  const explained = ENGINE === 'sqlite' ? sql`EXPLAIN QUERY PLAN ${statement}` : sql`EXPLAIN ${statement}`;
  const rows = await database.read.rows<Record<string, unknown>>(explained);
  return rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n');
}

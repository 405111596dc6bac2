import { ENTITIES } from '../../../src/app/entities.js';
import type { Database } from '../../../src/platform/database/database.js';
import { openDatabase } from '../../../src/platform/database/open-database.js';
import { raw, sql, type Sql } from '../../../src/platform/database/transaction.js';
import { afterwards, ENGINE, newPlace, type Place } from './engine.js';

/** An empty, migrated database in this process. It is closed and removed after the last test of the file. */
export async function openTestDatabase(place?: Place): Promise<Database> {
  const database = await openDatabase({ ...(place ?? (await newPlace())), entities: ENTITIES });
  afterwards(() => database.close());
  return database;
}

/** The values of one column of a table, sorted. */
export async function columnOf(database: Database, table: string, name: string): Promise<unknown[]> {
  const rows = await database.read.rows<{ value: unknown }>(
    sql`SELECT ${raw(name)} AS value FROM ${raw(table)} ORDER BY ${raw(name)}`,
  );
  return rows.map(({ value }) => value);
}

/** How the database would do a statement, in its own words. */
export async function explain(database: Database, statement: Sql): Promise<string> {
  const how = ENGINE === 'sqlite' ? sql`EXPLAIN QUERY PLAN ${statement}` : sql`EXPLAIN ${statement}`;
  const rows = await database.read.rows<Record<string, unknown>>(how);
  return rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n');
}

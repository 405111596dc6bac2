import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { afterFile, type StoreLocation } from './engine.js';
import { STORE_FILE } from './sqlite-files.js';

const pools = new Map<string, pg.Pool>();

/**
 * Runs a statement directly, on the test's own connections. Values are `?` in the text on both databases; a bigint is
 * returned as a number.
 */
export async function rowsOf<Row>(
  location: Pick<StoreLocation, 'dataDir' | 'databaseUrl'>,
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return location.databaseUrl === undefined
    ? onSqlite<Row>(join(location.dataDir, STORE_FILE), statement, values)
    : onPostgres<Row>(location.databaseUrl, statement, values);
}

function onSqlite<Row>(file: string, statement: string, values: readonly unknown[]): Row[] {
  const connection = new BetterSqlite3(file, { timeout: 10 * SECOND_MS });
  try {
    const prepared = connection.prepare<unknown[], Row>(statement);
    if (prepared.reader) return prepared.all(...values);
    prepared.run(...values);
    return [];
  } finally {
    connection.close();
  }
}

async function onPostgres<Row>(url: string, statement: string, values: readonly unknown[]): Promise<Row[]> {
  let position = 0;
  const text = statement.replaceAll('?', () => `$${++position}`);
  return (await poolOf(url).query(text, [...values])).rows as Row[];
}

/**
 * Connecting to PostgreSQL takes longer than most statements, so connections are pooled until the tests of the file
 * are done.
 */
function poolOf(connectionString: string): pg.Pool {
  const existing = pools.get(connectionString);
  if (existing !== undefined) return existing;
  const pool = new pg.Pool({ connectionString, max: 4, types: { getTypeParser: parserOf } });
  pool.on('error', () => undefined); // the next statement reports it
  pools.set(connectionString, pool);
  afterFile(() => pool.end());
  return pool;
}

/** The driver returns count(*) and sum() as text, because they may exceed a number. In tests they do not. */
const parserOf = ((oid: number, format?: 'text') =>
  oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
    ? Number
    : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser;

import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { afterwards, type Place } from './engine.js';

const pools = new Map<string, pg.Pool>();

/**
 * Runs a statement past the server, on connections of the test's own. Values are `?` in the text, on both databases; a
 * bigint comes back as a number.
 */
export async function rowsOf<Row>(
  place: Place,
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return place.databaseUrl === undefined
    ? onSqlite<Row>(join(place.dataDir, 'store.sqlite'), statement, values)
    : onPostgres<Row>(place.databaseUrl, statement, values);
}

function onSqlite<Row>(file: string, statement: string, values: readonly unknown[]): Row[] {
  const connection = new BetterSqlite3(file, { timeout: 10_000 });
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

/** To connect takes PostgreSQL longer than most statements: connections are kept until the file's tests are done. */
function poolOf(connectionString: string): pg.Pool {
  const known = pools.get(connectionString);
  if (known !== undefined) return known;
  const pool = new pg.Pool({ connectionString, max: 4, types: { getTypeParser: parserOf } });
  pool.on('error', () => undefined); // the next statement tells of it
  pools.set(connectionString, pool);
  afterwards(() => pool.end());
  return pool;
}

/** count(*) and sum() are texts to the driver, because they may be larger than a number: not in a test. */
const parserOf = ((oid: number, format?: 'text') =>
  oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
    ? Number
    : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser;

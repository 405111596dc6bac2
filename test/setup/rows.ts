import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { Place } from './engine.js';

/**
 * Runs a statement past the server, on a connection of its own. Values are `?` in the text, on both databases; a
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
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: parserOf } });
  await client.connect();
  try {
    let position = 0;
    const text = statement.replaceAll('?', () => `$${++position}`);
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** count(*) and sum() are texts to the driver, because they may be larger than a number: not in a test. */
const parserOf = ((oid: number, format?: 'text') =>
  oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
    ? Number
    : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser;

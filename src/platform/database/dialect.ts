import { hash } from 'node:crypto';
import sql, { empty, type Sql } from 'sql-template-tag';

/** A query for a driver: its text, and on PostgreSQL also the name of the prepared statement. */
export type DriverQuery = string | { readonly name: string; readonly text: string };

/** Differences between the two databases, as data. Larger differences are functions next to their callers. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Converts a statement to the form that the driver takes, without its values. */
  readonly queryOf: (statement: Sql) => DriverQuery;
  readonly forUpdate: Sql;
  readonly forShare: Sql;
  /** Sorts a text by code point. SQLite always does, PostgreSQL sorts by the language of the database. */
  readonly byCodePoint: (text: Sql) => Sql;
  /**
   * Number of concurrent transactions. On PostgreSQL, it is smaller than the pool: reads, and what is written beside an open
   * transaction, always find a connection.
   */
  readonly maxWriters: number;
}

export const SQLITE: Dialect = {
  name: 'sqlite',
  queryOf: memoized((statement) => statement.sql),
  forUpdate: empty,
  forShare: empty,
  byCodePoint: (text) => text,
  maxWriters: 1,
};

export const POSTGRES: Dialect = {
  name: 'postgres',
  queryOf: memoized((statement) =>
    statement.values.length > MAX_PREPARED_VALUES ? statement.text : preparedQuery(statement.text),
  ),
  forUpdate: sql`FOR UPDATE`,
  forShare: sql`FOR SHARE`,
  byCodePoint: (text) => sql`${text} COLLATE "C"`,
  maxWriters: 16,
};

const CACHED_QUERY = Symbol('cached query of a statement');

/**
 * Builds the text of a reused statement only once. The result is stored on the statement itself: a WeakMap of every
 * statement ever sent would cost more than it saves.
 */
function memoized(queryOf: (statement: Sql) => DriverQuery): (statement: Sql) => DriverQuery {
  return (statement: Sql & { [CACHED_QUERY]?: DriverQuery }) =>
    (statement[CACHED_QUERY] ??= queryOf(statement));
}

/** A statement with more values writes many rows in bulk, and the next one will have another length. */
const MAX_PREPARED_VALUES = 200;
const MAX_PREPARED_STATEMENTS = 300;
const statementNames = new Map<string, string>();

/**
 * Names a statement, so that PostgreSQL parses and plans it only once per connection. The number of texts is unbounded,
 * since some vary with the number of rows: only the first few hundred are prepared.
 */
function preparedQuery(text: string): DriverQuery {
  const name = statementNames.get(text);
  if (name !== undefined) return { name, text };
  if (statementNames.size >= MAX_PREPARED_STATEMENTS) return text;
  statementNames.set(text, hash('sha1', text, 'hex'));
  return preparedQuery(text);
}

import { hash } from 'node:crypto';
import sql, { empty, type Sql } from 'sql-template-tag';

/** What a driver is given to run: a text, or for PostgreSQL also the name under which it is prepared. */
export type DriverQuery = string | { readonly name: string; readonly text: string };

/** Where the two databases differ, as data. What differs more than this has a function of its own beside its user. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** A statement as the driver takes it, without its values. */
  readonly queryOf: (statement: Sql) => DriverQuery;
  readonly forUpdate: Sql;
}

export const SQLITE: Dialect = {
  name: 'sqlite',
  queryOf: remembered((statement) => statement.sql),
  forUpdate: empty,
};

export const POSTGRES: Dialect = {
  name: 'postgres',
  queryOf: remembered((statement) =>
    statement.values.length > MAX_VALUES_PREPARED ? statement.text : preparedQuery(statement.text),
  ),
  forUpdate: sql`FOR UPDATE`,
};

const KNOWN = Symbol('the query of a statement');

/**
 * A statement that is kept and run again has its text put together once. It is noted on the statement itself: a WeakMap
 * of all that are ever sent would cost more than it saves.
 */
function remembered(queryOf: (statement: Sql) => DriverQuery): (statement: Sql) => DriverQuery {
  return (statement: Sql & { [KNOWN]?: DriverQuery }) => (statement[KNOWN] ??= queryOf(statement));
}

/** With more, it writes many rows at once: the next will be of another length. */
const MAX_VALUES_PREPARED = 200;
const MAX_PREPARED_STATEMENTS = 300;
const names = new Map<string, string>();

/**
 * PostgreSQL parses and plans a prepared statement once for each connection. Texts with as many values as there happen
 * to be rows are without number, so only the first few hundred are prepared.
 */
function preparedQuery(text: string): DriverQuery {
  const name = names.get(text);
  if (name !== undefined) return { name, text };
  if (names.size >= MAX_PREPARED_STATEMENTS) return text;
  names.set(text, hash('sha1', text, 'hex'));
  return preparedQuery(text);
}

import sql, { empty, type Sql } from 'sql-template-tag';

/** Where the two databases differ, as data. What differs more than this has a function of its own beside its user. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  readonly placeholders: '?' | '$n';
  readonly forUpdate: Sql;
}

export const SQLITE: Dialect = { name: 'sqlite', placeholders: '?', forUpdate: empty };

export const POSTGRES: Dialect = { name: 'postgres', placeholders: '$n', forUpdate: sql`FOR UPDATE` };

import { sql, type Sql } from './transaction.js';

/**
 * Builds the condition that a column contains a text, in which wildcards are literal. The caller normalizes both sides,
 * such as to lower case.
 */
export function contains(column: Sql, text: string): Sql {
  return like(column, `%${escapeWildcards(text)}%`);
}

/** Builds the condition that a column begins with a text. */
export function beginsWith(column: Sql, text: string): Sql {
  return like(column, `${escapeWildcards(text)}%`);
}

function like(column: Sql, pattern: string): Sql {
  return sql`${column} LIKE ${pattern} ESCAPE '!'`;
}

function escapeWildcards(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}

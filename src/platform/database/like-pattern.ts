import { sql, type Sql } from './transaction.js';

/** That a text has a part; wildcards in it stand for themselves. Both sides as they are compared, such as in lower case. */
export function contains(column: Sql, part: string): Sql {
  return like(column, `%${literal(part)}%`);
}

/** That a text begins so. */
export function beginsWith(column: Sql, beginning: string): Sql {
  return like(column, `${literal(beginning)}%`);
}

function like(column: Sql, pattern: string): Sql {
  return sql`${column} LIKE ${pattern} ESCAPE '!'`;
}

function literal(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}

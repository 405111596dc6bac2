import { sql, type Sql } from '../platform/database/transaction.js';
import { MAX_EXAMPLES } from './books.dto.js';

export interface Compared {
  readonly checked: number;
  /** Null if nothing differs, like all further columns. */
  readonly differing: number | null;
}

/** Selects the rows that differ, each with the total number of differences and comparisons; one empty row if none differ. */
export function differing(table: Sql, compared: Sql, differs: Sql): Sql {
  return sql`
    WITH compared AS (${compared})
    SELECT everything.checked, found.*
    FROM (SELECT count(*) AS checked FROM ${table}) everything
    LEFT JOIN (
      SELECT *, count(*) OVER () AS differing FROM compared WHERE ${differs} ORDER BY id LIMIT ${MAX_EXAMPLES}
    ) found ON TRUE`;
}

export function countsOf(rows: readonly Compared[]): { checked: number; differing: number } {
  return { checked: rows[0]?.checked ?? 0, differing: rows[0]?.differing ?? 0 };
}

import type { Database } from './database.js';
import { raw, sql, type Sql } from './transaction.js';

/** What is to go from a table. */
export interface Deletion {
  readonly table: string;
  /** The columns of its primary key, with commas. */
  readonly key: string;
  readonly where: Sql;
}

/** Rows of one statement: few enough that whoever else writes waits for some milliseconds alone. */
const BATCH = 1000;
/** What is left after so many waits for the next run. */
const MAX_BATCHES = 500;

/**
 * Deletes what may be much, in batches, each a transaction of its own. It can be ended in the middle, and be run by
 * several processes at once.
 *
 * @returns how many rows have gone
 */
export async function deleteInBatches(
  database: Database,
  deletion: Deletion,
  batch = BATCH,
): Promise<number> {
  let deleted = 0;
  for (let batches = 0; batches < MAX_BATCHES; batches++) {
    const count = await database.write(deletionOf(deletion, batch));
    deleted += count;
    if (count < batch) break;
  }
  return deleted;
}

/** One batch. The condition stands twice, for a row that was changed by another transaction while this one waited for it. */
export function deletionOf({ table, key, where }: Deletion, batch: number): Sql {
  return sql`
    DELETE FROM ${raw(table)} WHERE ${where}
      AND (${raw(key)}) IN (SELECT ${raw(key)} FROM ${raw(table)} WHERE ${where} LIMIT ${batch})`;
}

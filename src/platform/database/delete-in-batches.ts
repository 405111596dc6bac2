import type { Database } from './database.js';
import { raw, sql, type Sql } from './transaction.js';

/** Rows to delete from a table. */
export interface Deletion {
  readonly table: string;
  /** Columns of the primary key, separated by commas. */
  readonly key: string;
  readonly where: Sql;
}

/** Rows per statement: few enough that other writers wait only a few milliseconds. */
const BATCH_SIZE = 1000;
/** Rows that remain after this many batches wait for the next run. */
const MAX_BATCHES = 500;

/**
 * Deletes rows in batches, each in a transaction of its own. It can be stopped in the middle, and several processes can
 * run it at the same time.
 *
 * @returns number of deleted rows
 */
export async function deleteInBatches(
  database: Database,
  deletion: Deletion,
  batchSize = BATCH_SIZE,
): Promise<number> {
  let deleted = 0;
  for (let batches = 0; batches < MAX_BATCHES; batches++) {
    const count = await database.write(deletionOf(deletion, batchSize));
    deleted += count;
    if (count < batchSize) break;
  }
  return deleted;
}

/**
 * Builds the statement for one batch. The condition appears twice, for rows that another transaction changed while this
 * one waited for them.
 */
export function deletionOf({ table, key, where }: Deletion, batchSize: number): Sql {
  return sql`
    DELETE FROM ${raw(table)} WHERE ${where}
      AND (${raw(key)}) IN (SELECT ${raw(key)} FROM ${raw(table)} WHERE ${where} LIMIT ${batchSize})`;
}

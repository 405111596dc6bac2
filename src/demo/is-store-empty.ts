import type { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';

/** Returns true if the store has no sections yet. */
export async function isStoreEmpty(database: Database): Promise<boolean> {
  return (await database.read.row(sql`SELECT id FROM sections LIMIT 1`)) === undefined;
}

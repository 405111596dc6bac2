import type { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';

/** Whether nobody has put anything on a shelf yet. */
export async function isStoreEmpty(database: Database): Promise<boolean> {
  return (await database.read.row(sql`SELECT id FROM sections LIMIT 1`)) === undefined;
}

import { join, sql, type Transaction } from '../../platform/database/transaction.js';

const LOCK_BATCH_SIZE = 10_000;

/**
 * Locks products against changes, and all sections against renaming. Rows are locked in the same order as by orders,
 * which prevents deadlocks. SQLite has one writer at a time anyway.
 */
export async function lockProducts(tx: Transaction, productIds: readonly string[]): Promise<void> {
  if (tx.dialect.name === 'sqlite') return;
  await tx.rows(sql`SELECT id FROM sections ORDER BY id FOR SHARE`);
  const sorted = [...productIds].sort();
  for (let start = 0; start < sorted.length; start += LOCK_BATCH_SIZE) {
    const batch = sorted.slice(start, start + LOCK_BATCH_SIZE);
    await tx.rows(sql`SELECT id FROM products WHERE id IN (${join(batch)}) ORDER BY id FOR UPDATE`);
  }
}

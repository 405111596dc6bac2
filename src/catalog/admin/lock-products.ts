import { join, sql, type Transaction } from '../../platform/database/transaction.js';

const LOCKS_AT_ONCE = 10_000;

/**
 * Sections cannot be renamed meanwhile, and the products at hand cannot be changed. Their rows are locked in the order in
 * which orders lock theirs, so that neither waits for the other in a circle. SQLite has one writer at a time anyway.
 */
export async function lockProducts(tx: Transaction, productIds: readonly string[]): Promise<void> {
  if (tx.dialect.name === 'sqlite') return;
  await tx.rows(sql`SELECT id FROM sections ORDER BY id FOR SHARE`);
  const sorted = [...productIds].sort();
  for (let start = 0; start < sorted.length; start += LOCKS_AT_ONCE) {
    const some = sorted.slice(start, start + LOCKS_AT_ONCE);
    await tx.rows(sql`SELECT id FROM products WHERE id IN (${join(some)}) ORDER BY id FOR UPDATE`);
  }
}

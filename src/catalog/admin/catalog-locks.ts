import { join, sql, type Transaction } from '../../platform/database/transaction.js';

const LOCK_BATCH_SIZE = 10_000;

/*
 * Every transaction locks sections first and then products, both in the order of their IDs: two that need the same rows
 * never wait for each other. While a section is locked, its products do not change.
 */

/** Locks sections to rename or delete them. */
export async function lockSections(tx: Transaction, ids: readonly (string | null)[]): Promise<void> {
  await tx.rows(sql`SELECT id FROM sections WHERE id IN (${join(ids)}) ORDER BY id ${tx.forUpdate}`);
}

/** Locks all sections against renaming and deletion, and then products against changes. */
export async function lockSectionsAndProducts(tx: Transaction, productIds: readonly string[]): Promise<void> {
  await tx.rows(sql`SELECT id FROM sections ORDER BY id ${tx.forShare}`);
  await lockProducts(tx, productIds);
}

/** Locks products against changes. The caller has locked their sections. SQLite has one writer at a time anyway. */
export async function lockProducts(tx: Transaction, productIds: readonly string[]): Promise<void> {
  if (tx.dialect.name === 'sqlite') return;
  const sorted = [...productIds].sort();
  for (let start = 0; start < sorted.length; start += LOCK_BATCH_SIZE) {
    const batch = sorted.slice(start, start + LOCK_BATCH_SIZE);
    await tx.rows(sql`SELECT id FROM products WHERE id IN (${join(batch)}) ORDER BY id FOR UPDATE`);
  }
}

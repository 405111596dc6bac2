import { join, sql, type Transaction } from '../../platform/database/transaction.js';

const LOCK_BATCH_SIZE = 10_000;

/** Shared by all who write products, and held alone to rename or delete a section. */
const SECTIONS_LOCK = 'sections of products';

/*
 * Every transaction locks sections first and then products, the latter in the order of their IDs: two that need the same rows
 * never wait for each other. While a section is locked, its products do not change.
 */

/** Locks sections to rename or delete them. */
export async function lockSections(tx: Transaction, ids: readonly (string | null)[]): Promise<void> {
  await tx.lock(SECTIONS_LOCK);
  await tx.rows(sql`SELECT id FROM sections WHERE id IN (${join(ids)}) ORDER BY id ${tx.forUpdate}`);
}

/** Locks all sections against renaming and deletion, to write products. */
export async function shareSections(tx: Transaction): Promise<void> {
  await tx.lockShared(SECTIONS_LOCK);
}

/** Locks all sections as {@link shareSections} does, and then products against changes. */
export async function lockSectionsAndProducts(tx: Transaction, productIds: readonly string[]): Promise<void> {
  await shareSections(tx);
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

import type { Transaction } from '../../platform/database/transaction.js';

/**
 * Lets one transaction at a time issue documents. Called before it locks an order: a request that sends several orders out holds the
 * series from the first of them on, and would otherwise wait for orders of others that wait for the series.
 */
export async function lockDocuments(tx: Transaction): Promise<void> {
  await tx.lock('documents');
}

import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import type { ChangeNotice } from '../import-change.entity.js';
import { batchesOf } from './batches.js';

/** A field that a row changes. Null stands for nothing. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a row would change, for a person. */
export interface PlannedChange {
  readonly line: number;
  /** What the row is about, such as the e-mail address of a customer. */
  readonly subject: string;
  readonly isNew: boolean;
  readonly changes: readonly FieldChange[];
  readonly notice: ChangeNotice | null;
}

/** Stores what a check found. An attempt that was interrupted has stored nothing, but an earlier check may have. */
export async function storeChanges(
  tx: Transaction,
  importId: string,
  planned: readonly PlannedChange[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM import_changes WHERE import_id = ${importId}`);
  const values = planned.map(
    ({ line, subject, isNew, changes, notice }) =>
      sql`(${importId}, ${line}, ${subject}, ${isNew}, ${JSON.stringify(changes)}, ${notice})`,
  );
  for (const batch of batchesOf(values))
    await tx.execute(sql`
      INSERT INTO import_changes (import_id, line, subject, is_new, changes, notice) VALUES ${join(batch)}`);
}

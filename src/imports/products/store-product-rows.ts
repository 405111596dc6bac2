import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { batchesOf } from '../kinds/batches.js';
import { productChanges } from './product-changes.js';
import type { PlannedRow } from './product-plan.js';

/**
 * Stores what a check found. An attempt that was interrupted has stored nothing, but an earlier check may have.
 *
 * @param money writes minor units for a person
 */
export async function storeProductRows(
  tx: Transaction,
  importId: string,
  rows: readonly PlannedRow[],
  money: (minorUnits: number) => string,
): Promise<void> {
  await tx.execute(sql`DELETE FROM import_rows WHERE import_id = ${importId}`);
  const values = rows.map((row) => {
    const { line, before, after, sectionName, delivery, counted, notice } = row;
    return sql`(${importId}, ${line}, ${sectionName}, ${after.name}, ${before?.unitType ?? null}, ${after.unitType},
                ${before?.ratePerUnit ?? null}, ${after.ratePerUnit}, ${delivery}, ${counted ?? null}, ${onHand(before)}, ${notice},
                ${JSON.stringify(productChanges(row, money))})`;
  });
  for (const batch of batchesOf(values))
    await tx.execute(sql`
      INSERT INTO import_rows (import_id, line, section_name, name, unit_before, unit_type, rate_before, rate_per_unit,
                               delivery, counted, on_hand_before, notice, changes)
      VALUES ${join(batch)}`);
}

function onHand(product: PlannedRow['before']): number | null {
  return product === undefined ? null : product.quantityAvailable + product.quantityPromised;
}

import type { Actor } from '../platform/access/actor.js';
import { newId } from '../platform/common/id.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import type { StockReason } from './stock-movement.entity.js';

/** A change of the quantity available, as the ledger records it. Quantities in thousandths of a unit. */
export interface Movement {
  readonly productId: string;
  readonly delta: number;
  readonly reason: StockReason;
  readonly orderId?: string;
  /** The stock sheet that is booked. */
  readonly sheetId?: string;
  readonly note?: string | null;
  /** For a count: what was counted in the store. */
  readonly counted?: number;
}

/** Writes lines of the ledger. Only `Stock` calls it. Returns the IDs of the lines. */
export async function writeLedgerLines(
  tx: Transaction,
  actor: Actor,
  movements: readonly Movement[],
  now: number,
): Promise<string[]> {
  const ids = movements.map(() => newId());
  const rows = movements.map(
    ({ productId, delta, reason, orderId, sheetId, note, counted }, i) =>
      sql`(${ids[i]}, ${productId}, ${delta}, ${reason}, ${orderId ?? null}, ${sheetId ?? null}, ${actor.id}, ${now},
           ${note ?? null}, ${counted ?? null})`,
  );
  await tx.execute(sql`
    INSERT INTO stock_movements (id, product_id, delta, reason, order_id, sheet_id, actor_id, at, note, counted)
    VALUES ${join(rows)}`);
  return ids;
}

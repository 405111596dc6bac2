import { sql, type ReadConnection } from '../../platform/database/transaction.js';
import { GOODS_LEAVE_AT } from '../../rules/order-status/order-status-rules.js';
import type { LineRow } from '../sheet-rows.js';

/**
 * Returns what has come into the store (positive) or left it (negative) since each line of a sheet was counted, by product, in
 * thousandths: deliveries, waste, and the goods of orders that went out. Orders and cancellations in between move nothing, and
 * corrections change the figure and not the goods.
 */
export async function movedSince(
  from: ReadConnection,
  sheetId: string,
  lines: readonly LineRow[],
): Promise<ReadonlyMap<string, number>> {
  const moments = lines.flatMap(({ countedAt }) => countedAt ?? []);
  if (moments.length === 0) return new Map();
  const first = Math.min(...moments);
  // CROSS JOIN keeps SQLite from starting with all orders that a product was ever in.
  const rows = await from.rows<{ productId: string; moved: number }>(sql`
    SELECT l.product_id AS "productId", CAST(sum(m.delta) AS bigint) AS moved
    FROM stock_sheet_lines l JOIN stock_movements m ON m.product_id = l.product_id AND m.at > l.counted_at
    WHERE l.sheet_id = ${sheetId}
      AND (m.reason IN ('delivery', 'waste') OR (m.reason = 'import' AND m.counted IS NULL))
    GROUP BY l.product_id
    UNION ALL
    SELECT l.product_id AS "productId", CAST(-sum(i.quantity) AS bigint) AS moved
    FROM order_status_changes c
    CROSS JOIN order_items i
    CROSS JOIN stock_sheet_lines l
    WHERE c.status = ${GOODS_LEAVE_AT} AND c.at > ${first} AND i.order_id = c.order_id
      AND l.sheet_id = ${sheetId} AND l.product_id = i.product_id AND c.at > l.counted_at
    GROUP BY l.product_id`);
  const moved = new Map<string, number>();
  for (const row of rows) moved.set(row.productId, (moved.get(row.productId) ?? 0) + row.moved);
  return moved;
}

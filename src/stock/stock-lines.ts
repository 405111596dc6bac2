import { fromThousandths } from '../platform/common/money/quantity.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import type { LevelRow } from './stock-level-row.js';
import type { Shortage } from './stock.errors.js';

/** A quantity of a product in an order, in thousandths of its unit. */
export interface StockLine {
  readonly productId: string;
  readonly productName: string;
  readonly quantity: number;
}

/** Returns lines in the order in which every transaction locks products. */
export function sortedByProduct(lines: readonly StockLine[]): StockLine[] {
  return lines.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
}

/** Lists the lines that fall short. Those before the failed one were already deducted in this transaction. */
export async function shortages(
  tx: Transaction,
  sorted: readonly StockLine[],
  failed: StockLine,
): Promise<Shortage[]> {
  const remaining = sorted.slice(sorted.indexOf(failed));
  const levels = await tx.rows<Pick<LevelRow, 'id' | 'quantity_available'>>(
    sql`SELECT id, quantity_available FROM products WHERE id IN (${join(remaining.map((line) => line.productId))})`,
  );
  const available = new Map(levels.map((level) => [level.id, level.quantity_available]));
  return remaining
    .filter((line) => line === failed || (available.get(line.productId) ?? 0) < line.quantity)
    .map((line) => ({
      productId: line.productId,
      productName: line.productName,
      requested: fromThousandths(line.quantity),
      available: fromThousandths(available.get(line.productId) ?? 0),
    }));
}

import { fromThousandths } from '../platform/common/money/quantity.js';
import { join, sql, type Sql, type Transaction } from '../platform/database/transaction.js';
import { LEVEL_COLUMNS, type LevelRow } from './stock-level-row.js';
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

/**
 * Deducts the lines that are available, and promises them. Locks all products in the order of their IDs.
 *
 * @returns the stock of the products whose line was deducted
 */
export async function deductAvailable(tx: Transaction, lines: readonly StockLine[]): Promise<LevelRow[]> {
  const quantity = quantityOf(lines);
  return tx.rows<LevelRow>(sql`
    WITH locked AS MATERIALIZED (
      SELECT p.id AS locked_id FROM products p WHERE p.id IN (${join(lines.map(({ productId }) => productId))})
      ORDER BY p.id ${tx.forUpdateOf('p')})
    UPDATE products SET quantity_available = quantity_available - ${quantity},
      quantity_promised = quantity_promised + ${quantity}
    FROM locked WHERE id = locked_id AND quantity_available >= ${quantity} RETURNING ${LEVEL_COLUMNS}`);
}

/** Returns the lines whose product is not among the rows. */
export function missingIn(rows: readonly Pick<LevelRow, 'id'>[], lines: readonly StockLine[]): StockLine[] {
  const ids = new Set(rows.map(({ id }) => id));
  return lines.filter(({ productId }) => !ids.has(productId));
}

/** Returns, for a row of `products`, the quantity of its line in thousandths. */
function quantityOf(lines: readonly StockLine[]): Sql {
  const cases = lines.map(
    ({ productId, quantity }) => sql`WHEN ${productId} THEN CAST(${quantity} AS bigint)`,
  );
  return sql`CASE id ${join(cases, ' ')} END`;
}

/** Lists the lines that fall short: those that were not deducted. @param deducted products whose line was */
export async function shortages(
  tx: Transaction,
  sorted: readonly StockLine[],
  deducted: readonly Pick<LevelRow, 'id'>[],
): Promise<Shortage[]> {
  const short = missingIn(deducted, sorted);
  const levels = await tx.rows<Pick<LevelRow, 'id' | 'quantity_available'>>(
    sql`SELECT id, quantity_available FROM products WHERE id IN (${join(short.map((line) => line.productId))})`,
  );
  const available = new Map(levels.map((level) => [level.id, level.quantity_available]));
  return short.map((line) => ({
    productId: line.productId,
    productName: line.productName,
    requested: fromThousandths(line.quantity),
    available: fromThousandths(available.get(line.productId) ?? 0),
  }));
}

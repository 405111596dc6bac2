import { sql } from '../platform/database/transaction.js';
import type { OutboxMessage } from '../platform/outbox/outbox-event-types.js';
import { isLowStock } from '../rules/stock-level/low-stock.js';
import type { Movement } from './ledger-lines.js';

/** The stock of a product, with its slug. Quantities in thousandths of its unit. */
export interface LevelRow {
  readonly id: string;
  readonly slug: string;
  readonly quantity_available: number;
  readonly quantity_promised: number;
  readonly low_stock_threshold: number;
  readonly published: boolean | number;
}

/** Columns of a {@link LevelRow}, returned by every statement that changes what is available. */
export const LEVEL_COLUMNS = sql`products.id, products.slug, products.quantity_available, products.quantity_promised,
  products.low_stock_threshold, products.published`;

/** Returns an event for each product whose stock became low by these movements, so that each fall is reported once. */
export function lowStockEvents(levels: readonly LevelRow[], movements: readonly Movement[]): OutboxMessage[] {
  const deltas = new Map(movements.map(({ productId, delta }) => [productId, delta]));
  return levels
    .filter((level) => {
      const { quantity_available: after, low_stock_threshold: threshold, published } = level;
      const before = after - (deltas.get(level.id) ?? 0);
      return (
        isLowStock({ published, threshold, available: after }) &&
        !isLowStock({ published, threshold, available: before })
      );
    })
    .map(({ id }) => ({ type: 'catalog.stock-low', subject: `product:${id}`, payload: { productId: id } }));
}

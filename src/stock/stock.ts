import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/common/clock.js';
import { newId } from '../platform/common/id.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import type { OutboxMessage } from '../platform/outbox/outbox-event-types.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { StockCache } from './stock-cache.js';
import type { StockReason } from './stock-movement.entity.js';
import { stockErrors, type Shortage } from './stock.errors.js';

/** A quantity of a product to deduct or restock, in thousandths of its unit. */
export interface StockLine {
  readonly productId: string;
  readonly productName: string;
  readonly quantity: number;
}

/** A product whose stock has changed, with its slug. */
interface StockLevel {
  readonly id: string;
  readonly slug: string;
  readonly quantity_available: number;
  readonly low_stock_threshold: number;
}

/** Columns of a {@link StockLevel}, returned by every statement that changes stock. */
const LEVEL_COLUMNS = sql`products.id, products.slug, products.quantity_available, products.low_stock_threshold`;

interface Movement {
  readonly productId: string;
  readonly delta: number;
  readonly reason: StockReason;
  readonly orderId?: string;
  readonly note?: string | null;
}

/** Maximum stock of one product, in thousandths of its unit. It keeps sums exact in JSON. */
export const MAX_STOCK = 1_000_000_000_000;

/**
 * The only class that changes `quantity_available`. Each change is a conditional UPDATE together with its line in the
 * ledger. So at any time, a product's movements add up to its quantity available.
 */
@Injectable()
export class Stock {
  constructor(
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
    private readonly cache: StockCache,
  ) {}

  /**
   * Deducts an order's lines from stock, sorted by product ID, so that concurrent orders cannot deadlock.
   *
   * @returns the events of products that fell below their threshold
   * @throws catalog.out-of-stock listing every line that falls short, with the quantity left
   */
  async deduct(
    tx: Transaction,
    actor: Actor,
    orderId: string,
    lines: readonly StockLine[],
  ): Promise<OutboxMessage[]> {
    const sorted = sortedByProduct(lines);
    const levels: StockLevel[] = [];
    for (const line of sorted) {
      const level = await tx.row<StockLevel>(sql`
        UPDATE products SET quantity_available = quantity_available - ${line.quantity}
        WHERE id = ${line.productId} AND quantity_available >= ${line.quantity} RETURNING ${LEVEL_COLUMNS}`);
      if (level === undefined) {
        throw stockErrors['out-of-stock']({ lines: await this.shortages(tx, sorted, line) });
      }
      levels.push(level);
    }
    await this.writeMovements(
      tx,
      actor,
      sorted.map(({ productId, quantity }) => ({ productId, delta: -quantity, reason: 'order', orderId })),
    );
    this.cache.invalidateProducts(tx, levels);
    return levels
      .filter((level, i) => fellBelowThreshold(level, -(sorted[i]?.quantity ?? 0)))
      .map(({ id }) => lowStockMessage(id));
  }

  /** Restocks the lines of a cancelled order. The caller ensures that this happens once. */
  async restock(tx: Transaction, actor: Actor, orderId: string, lines: readonly StockLine[]): Promise<void> {
    const sorted = sortedByProduct(lines);
    const levels: StockLevel[] = [];
    for (const { productId, quantity } of sorted) {
      const level = await tx.rows<StockLevel>(sql`
        UPDATE products SET quantity_available = quantity_available + ${quantity} WHERE id = ${productId}
        RETURNING ${LEVEL_COLUMNS}`);
      levels.push(...level);
    }
    this.cache.invalidateProducts(tx, levels);
    await this.writeMovements(
      tx,
      actor,
      sorted.map(({ productId, quantity }) => ({
        productId,
        delta: quantity,
        reason: 'cancellation',
        orderId,
      })),
    );
  }

  /**
   * Changes the stock of one product outside orders: by a delivery, a correction, waste, or its opening stock.
   *
   * @returns the quantity available before and after, in thousandths, and the event if it fell below its threshold
   * @throws catalog.product-not-found, catalog.stock-below-zero, catalog.stock-too-large
   */
  async change(
    tx: Transaction,
    actor: Actor,
    movement: Movement,
  ): Promise<{ before: number; after: number; events: OutboxMessage[] }> {
    const { productId, delta } = movement;
    const level = await tx.row<StockLevel>(sql`
      UPDATE products SET quantity_available = quantity_available + ${delta}
      WHERE id = ${productId} AND deleted_at IS NULL
        AND quantity_available + ${delta} >= 0 AND quantity_available + ${delta} <= ${MAX_STOCK}
      RETURNING ${LEVEL_COLUMNS}`);
    if (level === undefined) throw await this.changeError(tx, productId, delta);
    await this.writeMovements(tx, actor, [movement]);
    this.cache.invalidateProducts(tx, [level]);
    return {
      before: level.quantity_available - delta,
      after: level.quantity_available,
      events: fellBelowThreshold(level, delta) ? [lowStockMessage(productId)] : [],
    };
  }

  /**
   * Adds received quantities of many products at once. Each product may appear once.
   *
   * @param note written to each line of the ledger
   * @throws catalog.stock-too-large
   */
  async receive(
    tx: Transaction,
    actor: Actor,
    receipts: readonly { readonly productId: string; readonly quantity: number }[],
    note: string,
  ): Promise<void> {
    if (receipts.length === 0) return;
    const ids = await this.writeMovements(
      tx,
      actor,
      receipts.map(({ productId, quantity }) => ({ productId, delta: quantity, reason: 'import', note })),
    );
    const levels = await tx.rows<StockLevel>(sql`
      UPDATE products SET quantity_available = quantity_available + m.delta
      FROM stock_movements m WHERE m.id IN (${join(ids)}) AND products.id = m.product_id
        AND products.deleted_at IS NULL AND quantity_available + m.delta <= ${MAX_STOCK} RETURNING ${LEVEL_COLUMNS}`);
    if (levels.length !== receipts.length) throw stockErrors['stock-too-large']();
    this.cache.invalidateProducts(tx, levels);
  }

  /**
   * Writes the ledger lines of every stock change, including orders, and signals the change to dashboard subscribers.
   * Returns the IDs of the new lines.
   */
  private async writeMovements(
    tx: Transaction,
    actor: Actor,
    movements: readonly Movement[],
  ): Promise<string[]> {
    const now = this.clock.now();
    const ids = movements.map(() => newId());
    const rows = movements.map(
      ({ productId, delta, reason, orderId, note }, i) =>
        sql`(${ids[i]}, ${productId}, ${delta}, ${reason}, ${orderId ?? null}, ${actor.id}, ${now}, ${note ?? null})`,
    );
    await tx.execute(sql`
      INSERT INTO stock_movements (id, product_id, delta, reason, order_id, actor_id, at, note) VALUES ${join(rows)}`);
    this.signals.changed(tx, 'dashboard');
    return ids;
  }

  /** Lists the lines that fall short. Those before the failed one were already deducted in this transaction. */
  private async shortages(
    tx: Transaction,
    sorted: readonly StockLine[],
    failed: StockLine,
  ): Promise<Shortage[]> {
    const remaining = sorted.slice(sorted.indexOf(failed));
    const levels = await tx.rows<Pick<StockLevel, 'id' | 'quantity_available'>>(
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

  private async changeError(tx: Transaction, productId: string, delta: number): Promise<Error> {
    const level = await tx.row<Pick<StockLevel, 'quantity_available'>>(
      sql`SELECT quantity_available FROM products WHERE id = ${productId} AND deleted_at IS NULL`,
    );
    if (level === undefined) return stockErrors['product-not-found']();
    return delta < 0
      ? stockErrors['stock-below-zero']({ available: fromThousandths(level.quantity_available) })
      : stockErrors['stock-too-large']();
  }
}

function sortedByProduct(lines: readonly StockLine[]): StockLine[] {
  return lines.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
}

/** Returns true only for the change that crosses the threshold, so that each fall is reported once. */
function fellBelowThreshold(level: StockLevel, delta: number): boolean {
  const { quantity_available: after, low_stock_threshold: threshold } = level;
  return after < threshold && after - delta >= threshold;
}

function lowStockMessage(productId: string): OutboxMessage {
  return { type: 'catalog.stock-low', subject: `product:${productId}`, payload: { productId } };
}

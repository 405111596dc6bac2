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
import { OutOfStock, ProductNotFound, StockBelowZero, StockTooLarge, type Shortage } from './stock.errors.js';

/** How much of a product goes in or out, in thousandths of its unit. */
export interface StockLine {
  readonly productId: string;
  readonly productName: string;
  readonly quantity: number;
}

/** A product whose stock has changed, with its address. */
interface StockLevel {
  readonly id: string;
  readonly slug: string;
  readonly quantity_available: number;
  readonly low_stock_threshold: number;
}

/** What a statement that changes stock tells of the products that it changed. */
const LEVEL = sql`products.id, products.slug, products.quantity_available, products.low_stock_threshold`;

interface Movement {
  readonly productId: string;
  readonly delta: number;
  readonly reason: StockReason;
  readonly orderId?: string;
  readonly note?: string | null;
}

/** The most of one product that the store keeps, in thousandths of its unit: with it, sums stay exact in JSON. */
export const MAX_STOCK = 1_000_000_000_000;

/**
 * The one place where `quantity_available` changes. Each change is a conditional UPDATE together with its line in the
 * ledger, so that at any moment the sum of a product's movements is its quantity available.
 */
@Injectable()
export class Stock {
  constructor(
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
    private readonly cache: StockCache,
  ) {}

  /**
   * Takes an order's lines out of stock, in the order of product ids, so that two orders never wait for one another.
   *
   * @returns the events of products that fell below their threshold by it
   * @throws OutOfStock naming every line that falls short, with what is left
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
        WHERE id = ${line.productId} AND quantity_available >= ${line.quantity} RETURNING ${LEVEL}`);
      if (level === undefined) throw new OutOfStock(await this.shortages(tx, sorted, line));
      levels.push(level);
    }
    await this.writeMovements(
      tx,
      actor,
      sorted.map(({ productId, quantity }) => ({ productId, delta: -quantity, reason: 'order', orderId })),
    );
    this.cache.stockChanged(tx, levels);
    return levels
      .filter((level, i) => fellBelowThreshold(level, -(sorted[i]?.quantity ?? 0)))
      .map(({ id }) => lowStockMessage(id));
  }

  /** Puts the lines of a cancelled order back. The caller sees to it that this happens once. */
  async restock(tx: Transaction, actor: Actor, orderId: string, lines: readonly StockLine[]): Promise<void> {
    const sorted = sortedByProduct(lines);
    const levels: StockLevel[] = [];
    for (const { productId, quantity } of sorted) {
      const level = await tx.rows<StockLevel>(sql`
        UPDATE products SET quantity_available = quantity_available + ${quantity} WHERE id = ${productId}
        RETURNING ${LEVEL}`);
      levels.push(...level);
    }
    this.cache.stockChanged(tx, levels);
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
   * Changes the stock of one product by hand: a delivery, a correction, waste, or its opening stock.
   *
   * @returns the quantity available before and after, in thousandths, and the event of a fall below the threshold
   * @throws ProductNotFound, StockBelowZero, StockTooLarge
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
      RETURNING ${LEVEL}`);
    if (level === undefined) throw await this.whyNotChanged(tx, productId, delta);
    await this.writeMovements(tx, actor, [movement]);
    this.cache.stockChanged(tx, [level]);
    return {
      before: level.quantity_available - delta,
      after: level.quantity_available,
      events: fellBelowThreshold(level, delta) ? [lowStockMessage(productId)] : [],
    };
  }

  /**
   * Takes in what has come of many products at once, each named once.
   *
   * @param note stands in each line of the ledger
   * @throws StockTooLarge
   */
  async receive(
    tx: Transaction,
    actor: Actor,
    arrivals: readonly { readonly productId: string; readonly quantity: number }[],
    note: string,
  ): Promise<void> {
    if (arrivals.length === 0) return;
    const ids = await this.writeMovements(
      tx,
      actor,
      arrivals.map(({ productId, quantity }) => ({ productId, delta: quantity, reason: 'import', note })),
    );
    const levels = await tx.rows<StockLevel>(sql`
      UPDATE products SET quantity_available = quantity_available + m.delta
      FROM stock_movements m WHERE m.id IN (${join(ids)}) AND products.id = m.product_id
        AND products.deleted_at IS NULL AND quantity_available + m.delta <= ${MAX_STOCK} RETURNING ${LEVEL}`);
    if (levels.length !== arrivals.length) throw new StockTooLarge();
    this.cache.stockChanged(tx, levels);
  }

  /**
   * Each change of stock has its lines written here, that of every order too, and gives those a hint who watch the
   * figures. Gives the ids of the ledger's new lines.
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

  /** Lines before the one that failed have been taken already in this transaction: they do not fall short. */
  private async shortages(
    tx: Transaction,
    sorted: readonly StockLine[],
    failed: StockLine,
  ): Promise<Shortage[]> {
    const open = sorted.slice(sorted.indexOf(failed));
    const levels = await tx.rows<Pick<StockLevel, 'id' | 'quantity_available'>>(
      sql`SELECT id, quantity_available FROM products WHERE id IN (${join(open.map((line) => line.productId))})`,
    );
    const available = new Map(levels.map((level) => [level.id, level.quantity_available]));
    return open
      .filter((line) => line === failed || (available.get(line.productId) ?? 0) < line.quantity)
      .map((line) => ({
        productId: line.productId,
        productName: line.productName,
        requested: fromThousandths(line.quantity),
        available: fromThousandths(available.get(line.productId) ?? 0),
      }));
  }

  private async whyNotChanged(tx: Transaction, productId: string, delta: number): Promise<Error> {
    const level = await tx.row<Pick<StockLevel, 'quantity_available'>>(
      sql`SELECT quantity_available FROM products WHERE id = ${productId} AND deleted_at IS NULL`,
    );
    if (level === undefined) return new ProductNotFound();
    return delta < 0 ? new StockBelowZero(fromThousandths(level.quantity_available)) : new StockTooLarge();
  }
}

function sortedByProduct(lines: readonly StockLine[]): StockLine[] {
  return lines.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
}

/** Once for each fall: only the change that crosses the threshold tells. */
function fellBelowThreshold(level: StockLevel, delta: number): boolean {
  const { quantity_available: after, low_stock_threshold: threshold } = level;
  return after < threshold && after - delta >= threshold;
}

function lowStockMessage(productId: string): OutboxMessage {
  return { type: 'catalog.stock-low', subject: `product:${productId}`, payload: { productId } };
}

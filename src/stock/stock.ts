import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/common/clock.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import type { OutboxMessage } from '../platform/outbox/outbox-event-types.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { writeLedgerLines, type Movement } from './ledger-lines.js';
import { availableAfterCount, type StockCount } from './stock-count.js';
import { StockCache } from './stock-cache.js';
import { LEVEL_COLUMNS, lowStockEvents, type LevelRow } from './stock-level-row.js';
import { deductAvailable, missingIn, shortages, sortedByProduct, type StockLine } from './stock-lines.js';
import { stockErrors } from './stock.errors.js';

/** The stock of a product after a change, in thousandths of its unit. */
export interface ChangedStock {
  /** Quantity available before and after. */
  readonly before: number;
  readonly after: number;
  /** Quantity promised, which the change left as it was. */
  readonly promised: number;
  /** The event of a product whose stock became low. */
  readonly events: OutboxMessage[];
}

/** A line of a stock sheet that changes the stock: a count if `counted` is set, otherwise a delivery. */
export type SheetMovement = Pick<Movement, 'productId' | 'delta' | 'counted' | 'note'>;

/** Maximum stock of one product, in thousandths of its unit. It keeps sums exact in JSON. */
export const MAX_STOCK = 1_000_000_000_000;

/**
 * The only class that changes `quantity_available` and `quantity_promised`. Each change of what is available is a conditional
 * UPDATE together with its line in the ledger. So at any time, a product's movements add up to its quantity available, and
 * the quantity promised is the sum of its open orders.
 */
@Injectable()
export class Stock {
  constructor(
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
    private readonly cache: StockCache,
  ) {}

  /**
   * Promises an order's lines: what was available is now kept for the order. One statement locks the products in the order of
   * their IDs, so that concurrent orders cannot deadlock, and changes them.
   *
   * @returns the events of products whose stock became low
   * @throws catalog.out-of-stock listing every line that falls short, with the quantity left
   */
  async deduct(
    tx: Transaction,
    actor: Actor,
    orderId: string,
    lines: readonly StockLine[],
  ): Promise<OutboxMessage[]> {
    const sorted = sortedByProduct(lines);
    const levels = await deductAvailable(tx, sorted);
    const left = missingIn(levels, sorted);
    // What arrived while the statement waited for another product is not in its snapshot. Now all products are locked.
    if (left.length > 0) levels.push(...(await deductAvailable(tx, left)));
    if (levels.length < sorted.length)
      throw stockErrors['out-of-stock']({ lines: await shortages(tx, sorted, levels) });
    const movements = sorted.map(({ productId, quantity }) => {
      return { productId, delta: -quantity, reason: 'order', orderId } as const;
    });
    await this.record(tx, actor, movements);
    this.cache.invalidateProducts(tx, levels);
    return lowStockEvents(levels, movements);
  }

  /** Makes the lines of a cancelled order available again. The caller ensures that this happens once. */
  async restock(tx: Transaction, actor: Actor, orderId: string, lines: readonly StockLine[]): Promise<void> {
    const sorted = sortedByProduct(lines);
    const levels: LevelRow[] = [];
    for (const { productId, quantity } of sorted) {
      const level = await tx.rows<LevelRow>(sql`
        UPDATE products SET quantity_available = quantity_available + ${quantity},
          quantity_promised = quantity_promised - ${quantity}
        WHERE id = ${productId} RETURNING ${LEVEL_COLUMNS}`);
      levels.push(...level);
    }
    this.cache.invalidateProducts(tx, levels);
    await this.record(
      tx,
      actor,
      sorted.map(({ productId, quantity }) => {
        return { productId, delta: quantity, reason: 'cancellation', orderId } as const;
      }),
    );
  }

  /** The goods of an order leave the store: they are no longer on hand. The caller ensures that this happens once. */
  async letGo(tx: Transaction, lines: readonly StockLine[]): Promise<void> {
    for (const { productId, quantity } of sortedByProduct(lines)) {
      await tx.execute(
        sql`UPDATE products SET quantity_promised = quantity_promised - ${quantity} WHERE id = ${productId}`,
      );
    }
    this.cache.invalidateReports(tx);
    this.signals.changed(tx, 'products');
  }

  /** Reverts {@link letGo}: the goods are still in the store. */
  async takeBack(tx: Transaction, lines: readonly StockLine[]): Promise<void> {
    await this.letGo(
      tx,
      lines.map((line) => ({ ...line, quantity: -line.quantity })),
    );
  }

  /**
   * Changes the stock of one product outside orders: by a delivery, waste, or its opening stock.
   *
   * @throws catalog.product-not-found, catalog.stock-below-zero, catalog.stock-too-large
   */
  async change(tx: Transaction, actor: Actor, movement: Movement): Promise<ChangedStock> {
    const { productId, delta } = movement;
    const level = await tx.row<LevelRow>(sql`
      UPDATE products SET quantity_available = quantity_available + ${delta}
      WHERE id = ${productId} AND deleted_at IS NULL
        AND quantity_available + ${delta} >= 0 AND quantity_available + ${delta} <= ${MAX_STOCK}
      RETURNING ${LEVEL_COLUMNS}`);
    if (level === undefined) throw await this.changeError(tx, productId, delta);
    await this.record(tx, actor, [movement]);
    this.cache.invalidateProducts(tx, [level]);
    return {
      before: level.quantity_available - delta,
      after: level.quantity_available,
      promised: level.quantity_promised,
      events: lowStockEvents([level], [movement]),
    };
  }

  /**
   * Sets the stock of a product to what was counted in the store, computed on the figures at this moment: the row stays locked
   * until the transaction ends. A count of what is on hand anyway changes nothing, and leaves no line in the ledger.
   *
   * @throws catalog.product-not-found, catalog.stock-too-large, and as {@link availableAfterCount}
   */
  async count(
    tx: Transaction,
    actor: Actor,
    { productId, note, ...count }: StockCount & { readonly productId: string; readonly note: string | null },
  ): Promise<ChangedStock> {
    const [level] = await this.lock(tx, [productId]);
    if (level === undefined) throw stockErrors['product-not-found']();
    const { quantity_available: available, quantity_promised: promised } = level;
    const delta = availableAfterCount({ available, promised }, count) - available;
    if (delta === 0) return { before: available, after: available, promised, events: [] };
    return this.change(tx, actor, { productId, delta, reason: 'correction', note, counted: count.counted });
  }

  /**
   * Sets the stock of many products to what was counted, as {@link count} does. Each product may appear once.
   *
   * @param note written to each line of the ledger
   * @returns the events of products whose stock became low
   * @throws catalog.count-below-promised, catalog.stock-too-large
   */
  async countAll(
    tx: Transaction,
    actor: Actor,
    counts: readonly { readonly productId: string; readonly counted: number }[],
    note: string,
  ): Promise<OutboxMessage[]> {
    if (counts.length === 0) return [];
    const counted = new Map(counts.map((count) => [count.productId, count.counted]));
    const levels = await this.lock(tx, [...counted.keys()]);
    const movements = levels.flatMap((level) => {
      const { id, quantity_available: available, quantity_promised: promised } = level;
      const count = { counted: counted.get(id) ?? 0 };
      const delta = availableAfterCount({ available, promised }, count) - available;
      return delta === 0 ? [] : [{ productId: id, delta, reason: 'import', note, ...count } as const];
    });
    return this.applyAll(tx, actor, movements);
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
    await this.applyAll(
      tx,
      actor,
      receipts.map(({ productId, quantity }) => ({ productId, delta: quantity, reason: 'import', note })),
    );
  }

  /**
   * Changes the stock by the lines of a stock sheet, computed on what {@link lock} returned in this transaction.
   *
   * @returns the events of products whose stock became low
   * @throws catalog.stock-too-large
   */
  async bookSheet(
    tx: Transaction,
    actor: Actor,
    sheetId: string,
    lines: readonly SheetMovement[],
  ): Promise<OutboxMessage[]> {
    return this.applyAll(
      tx,
      actor,
      lines.map((line) => ({
        ...line,
        sheetId,
        reason: line.counted === undefined ? 'delivery' : 'correction',
      })),
    );
  }

  /** Locks products in the order in which orders lock theirs, and returns those that exist. */
  lock(tx: Transaction, productIds: readonly string[]): Promise<LevelRow[]> {
    return tx.rows<LevelRow>(sql`
      SELECT ${LEVEL_COLUMNS} FROM products WHERE id IN (${join([...productIds])}) AND deleted_at IS NULL
      ORDER BY id ${tx.forUpdate}`);
  }

  /** Writes the movements, and changes the stock by them, in two statements. */
  private async applyAll(
    tx: Transaction,
    actor: Actor,
    movements: readonly Movement[],
  ): Promise<OutboxMessage[]> {
    if (movements.length === 0) return [];
    const ids = await this.record(tx, actor, movements);
    const levels = await tx.rows<LevelRow>(sql`
      UPDATE products SET quantity_available = quantity_available + m.delta
      FROM stock_movements m WHERE m.id IN (${join(ids)}) AND products.id = m.product_id
        AND products.deleted_at IS NULL AND quantity_available + m.delta <= ${MAX_STOCK} RETURNING ${LEVEL_COLUMNS}`);
    if (levels.length !== movements.length) throw stockErrors['stock-too-large']();
    this.cache.invalidateProducts(tx, levels);
    return lowStockEvents(levels, movements);
  }

  /** Writes the ledger lines of every stock change, including orders, and signals the change to dashboard subscribers. */
  private async record(tx: Transaction, actor: Actor, movements: readonly Movement[]): Promise<string[]> {
    const ids = await writeLedgerLines(tx, actor, movements, this.clock.now());
    this.signals.changed(tx, 'dashboard', 'products');
    return ids;
  }

  private async changeError(tx: Transaction, productId: string, delta: number): Promise<Error> {
    const level = await tx.row<Pick<LevelRow, 'quantity_available'>>(
      sql`SELECT quantity_available FROM products WHERE id = ${productId} AND deleted_at IS NULL`,
    );
    if (level === undefined) return stockErrors['product-not-found']();
    return delta < 0
      ? stockErrors['stock-below-zero']({ available: fromThousandths(level.quantity_available) })
      : stockErrors['stock-too-large']();
  }
}

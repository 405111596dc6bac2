import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import { MINUTE_MS } from '../platform/common/durations.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { Database } from '../platform/database/database.js';
import { sql, type Sql } from '../platform/database/transaction.js';
import { hasGoodsInStore } from '../rules/order-status/order-status-sql.js';
import {
  MAX_EXAMPLES,
  type BooksView,
  type OrderBooksView,
  type ProductBooksView,
  type UnbalancedProductView,
} from './books.dto.js';

const RESULT_TTL_MS = 5 * MINUTE_MS;

interface Compared {
  readonly checked: number;
  /** Null if nothing differs, like all further columns. */
  readonly differing: number | null;
}

interface ProductRow extends Compared {
  readonly id: string | null;
  readonly name: string;
  readonly available: number;
  readonly ledger: number;
  readonly promised: number;
  readonly ordered: number;
}

interface OrderRow extends Compared {
  readonly id: string | null;
  readonly number: string;
  readonly total: number;
  readonly items: number;
  readonly charges: number;
  readonly lines: number;
}

/**
 * Proves that each product's quantity available is the sum of its movements, its quantity promised the sum of the orders whose
 * goods are still in the store, and each order's total the sum of its items and charges.
 *
 * Each comparison is a single statement on one snapshot of the database. It sees a concurrent checkout completely or not at
 * all.
 */
@Injectable()
export class BooksService {
  private last: { readonly at: number; readonly result: Promise<BooksView> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the last result if it is recent, or checks again. For frequent callers, since a check reads everything. */
  recent(): Promise<BooksView> {
    const isFresh = this.last !== undefined && this.clock.now() - this.last.at < RESULT_TTL_MS;
    return isFresh && this.last ? this.last.result : this.check();
  }

  /** Compares everything and lists differences. A failed check is not cached. */
  check(): Promise<BooksView> {
    const result = this.compare();
    const current = { at: this.clock.now(), result };
    this.last = current;
    result.catch(() => {
      if (this.last === current) this.last = undefined;
    });
    return result;
  }

  private async compare(): Promise<BooksView> {
    const products = await this.products();
    const orders = await this.orders();
    return {
      balanced: products.differing === 0 && orders.differing === 0,
      checkedAt: toIsoString(this.clock.now()),
      products,
      orders,
    };
  }

  private async products(): Promise<ProductBooksView> {
    const rows = await this.database.slowRead.rows<ProductRow>(
      differing(
        sql`products`,
        sql`SELECT p.id, p.name, p.quantity_available AS available, p.quantity_promised AS promised,
            COALESCE(moved.quantity, 0) AS ledger, COALESCE(ordered.quantity, 0) AS ordered
          FROM products p
          LEFT JOIN (
            SELECT m.product_id, CAST(SUM(m.delta) AS bigint) AS quantity FROM stock_movements m GROUP BY m.product_id
          ) moved ON moved.product_id = p.id
          LEFT JOIN (
            SELECT i.product_id, CAST(SUM(i.quantity) AS bigint) AS quantity
            FROM orders o JOIN order_items i ON i.order_id = o.id
            WHERE ${hasGoodsInStore('o.status')} GROUP BY i.product_id
          ) ordered ON ordered.product_id = p.id`,
        sql`available <> ledger OR promised <> ordered`,
      ),
    );
    const examples = rows.flatMap((row) =>
      row.id === null ? [] : [{ productId: row.id, name: row.name, ...inUnits(row) }],
    );
    return { ...countsOf(rows), examples };
  }

  private async orders(): Promise<OrderBooksView> {
    const rows = await this.database.slowRead.rows<OrderRow>(
      differing(
        sql`orders`,
        sql`SELECT o.id, o.number, o.total, COALESCE(sold.price, 0) AS items, COALESCE(sold.lines, 0) AS lines,
            COALESCE(charged.amount, 0) AS charges
          FROM orders o
          LEFT JOIN (
            SELECT i.order_id, CAST(SUM(i.price) AS bigint) AS price, count(*) AS lines
            FROM order_items i GROUP BY i.order_id
          ) sold ON sold.order_id = o.id
          LEFT JOIN (
            SELECT c.order_id, CAST(SUM(c.amount) AS bigint) AS amount FROM order_charges c GROUP BY c.order_id
          ) charged ON charged.order_id = o.id`,
        sql`total <> items + charges OR lines = 0`,
      ),
    );
    const examples = rows.flatMap(({ id, number, total, items, charges, lines }) =>
      id === null ? [] : [{ orderId: id, number, total, items, charges, lines }],
    );
    return { ...countsOf(rows), examples };
  }
}

/** Selects the rows that differ, each with the total number of differences and comparisons; one empty row if none differ. */
function differing(table: Sql, compared: Sql, differs: Sql): Sql {
  return sql`
    WITH compared AS (${compared})
    SELECT everything.checked, found.*
    FROM (SELECT count(*) AS checked FROM ${table}) everything
    LEFT JOIN (
      SELECT *, count(*) OVER () AS differing FROM compared WHERE ${differs} ORDER BY id LIMIT ${MAX_EXAMPLES}
    ) found ON TRUE`;
}

function countsOf(rows: readonly Compared[]): { checked: number; differing: number } {
  return { checked: rows[0]?.checked ?? 0, differing: rows[0]?.differing ?? 0 };
}

function inUnits(row: ProductRow): Omit<UnbalancedProductView, 'productId' | 'name'> {
  return {
    quantityAvailable: fromThousandths(row.available),
    ledger: fromThousandths(row.ledger),
    quantityPromised: fromThousandths(row.promised),
    ordered: fromThousandths(row.ordered),
  };
}

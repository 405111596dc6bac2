import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { Database } from '../platform/database/database.js';
import { sql, type Sql } from '../platform/database/transaction.js';
import type { BooksView, OrderBooksView, ProductBooksView } from './books.dto.js';

const EXAMPLES = 100;

/** Milliseconds. */
const STAY_FRESH = 5 * 60_000;

interface Compared {
  readonly checked: number;
  /** Null, as is all that follows, where nothing differs. */
  readonly differing: number | null;
}

interface ProductRow extends Compared {
  readonly id: string | null;
  readonly name: string;
  readonly available: number;
  readonly ledger: number;
}

interface OrderRow extends Compared {
  readonly id: string | null;
  readonly number: string;
  readonly total: number;
  readonly items: number;
  readonly lines: number;
}

/**
 * Proves the books: every product's stock is what its movements add up to, and every order's total what its items do.
 *
 * Each comparison is a single statement, which sees one moment of the database: a checkout that commits meanwhile is
 * seen whole or not at all.
 */
@Injectable()
export class BooksService {
  private last: { readonly at: number; readonly found: Promise<BooksView> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the last check found, where it is recent, or a new one: for whoever looks often, since a check reads everything. */
  recent(): Promise<BooksView> {
    const isFresh = this.last !== undefined && this.clock.now() - this.last.at < STAY_FRESH;
    return isFresh && this.last ? this.last.found : this.check();
  }

  /** Compares everything, and names what differs. One that fails is not kept. */
  check(): Promise<BooksView> {
    const found = this.compare();
    const checked = { at: this.clock.now(), found };
    this.last = checked;
    found.catch(() => {
      if (this.last === checked) this.last = undefined;
    });
    return found;
  }

  private async compare(): Promise<BooksView> {
    const products = await this.products();
    const orders = await this.orders();
    return {
      balanced: products.differing === 0 && orders.differing === 0,
      checkedAt: new Date(this.clock.now()).toISOString(),
      products,
      orders,
    };
  }

  private async products(): Promise<ProductBooksView> {
    const rows = await this.database.read.rows<ProductRow>(
      differing(
        sql`products`,
        sql`SELECT p.id, p.name, p.quantity_available AS available, CAST(COALESCE(SUM(m.delta), 0) AS bigint) AS ledger
          FROM products p LEFT JOIN stock_movements m ON m.product_id = p.id
          GROUP BY p.id`,
        sql`available <> ledger`,
      ),
    );
    const found = rows.flatMap(({ id, name, available, ledger }) =>
      id === null ? [] : [{ productId: id, name, ...inUnits(available, ledger) }],
    );
    return { ...countsOf(rows), examples: found };
  }

  private async orders(): Promise<OrderBooksView> {
    const rows = await this.database.read.rows<OrderRow>(
      differing(
        sql`orders`,
        sql`SELECT o.id, o.number, o.total, CAST(COALESCE(SUM(i.price), 0) AS bigint) AS items, count(i.id) AS lines
          FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
          GROUP BY o.id`,
        sql`total <> items OR lines = 0`,
      ),
    );
    const found = rows.flatMap(({ id, number, total, items, lines }) =>
      id === null ? [] : [{ orderId: id, number, total, items, lines }],
    );
    return { ...countsOf(rows), examples: found };
  }
}

/** The rows that differ, each with how many there are in all, and how many were compared; one empty row where none do. */
function differing(table: Sql, compared: Sql, differs: Sql): Sql {
  return sql`
    WITH compared AS (${compared})
    SELECT everything.checked, found.*
    FROM (SELECT count(*) AS checked FROM ${table}) everything
    LEFT JOIN (
      SELECT *, count(*) OVER () AS differing FROM compared WHERE ${differs} ORDER BY id LIMIT ${EXAMPLES}
    ) found ON TRUE`;
}

function countsOf(rows: readonly Compared[]): { checked: number; differing: number } {
  return { checked: rows[0]?.checked ?? 0, differing: rows[0]?.differing ?? 0 };
}

function inUnits(available: number, ledger: number): { quantityAvailable: number; ledger: number } {
  return { quantityAvailable: fromThousandths(available), ledger: fromThousandths(ledger) };
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import { DAY_MS, MINUTE_MS } from '../platform/common/durations.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { hasGoodsInStore } from '../rules/order-status/order-status-sql.js';
import type {
  BooksView,
  DocumentBooksView,
  OrderBooksView,
  ProductBooksView,
  UnbalancedProductView,
} from './books.dto.js';
import { countsOf, differing, type Compared } from './differing.js';
import { DocumentBooks } from './document-books.js';

const RESULT_TTL_MS = 5 * MINUTE_MS;
/** For frequent callers: a check reads the content of every document. */
const DOCUMENTS_TTL_MS = DAY_MS;
/** What frequent callers see until the first check of documents has ended. */
const UNCHECKED: DocumentBooksView = { checked: 0, differing: 0, examples: [] };

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

interface Timed<View> {
  readonly at: number;
  readonly result: Promise<View>;
}

/**
 * Proves that each product's quantity available is the sum of its movements, its quantity promised the sum of the orders whose
 * goods are still in the store, each order's total the sum of its items and charges, and that the documents prove themselves.
 *
 * Each comparison of products and orders is a single statement on one snapshot of the database. It sees a concurrent checkout
 * completely or not at all.
 */
@Injectable()
export class BooksService {
  private last: Timed<BooksView> | undefined;
  private lastDocuments: Timed<DocumentBooksView> | undefined;
  /** Result of the latest check of documents that has ended. */
  private knownDocuments = UNCHECKED;
  private readonly documentBooks: DocumentBooks;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.documentBooks = new DocumentBooks(database);
  }

  /**
   * Returns the last result if it is recent, or checks again. For frequent callers, since a check reads everything: of the documents
   * they get the result of the last check.
   */
  recent(): Promise<BooksView> {
    if (this.isFresh(this.last, RESULT_TTL_MS)) return this.last.result;
    const result = this.compare(Promise.resolve(this.knownDocuments));
    // Frequent callers do not wait for a check of all documents: the next one sees its result.
    if (!this.isFresh(this.lastDocuments, DOCUMENTS_TTL_MS)) void this.replaceDocumentsOf(this.last);
    return result;
  }

  /** Compares everything and lists differences. A failed check is not cached. */
  check(): Promise<BooksView> {
    return this.compare(this.documents());
  }

  private isFresh<View>(last: Timed<View> | undefined, ttl: number): last is Timed<View> {
    return last !== undefined && this.clock.now() - last.at < ttl;
  }

  private async replaceDocumentsOf(outdated: Timed<BooksView> | undefined): Promise<void> {
    await this.documents().catch(() => undefined);
    // A check that was requested meanwhile is newer.
    if (this.last === outdated) this.last = undefined;
  }

  private documents(): Promise<DocumentBooksView> {
    const result = this.documentBooks.check();
    const current = { at: this.clock.now(), result };
    this.lastDocuments = current;
    result.then(
      (documents) => {
        this.knownDocuments = documents;
      },
      () => {
        if (this.lastDocuments === current) this.lastDocuments = undefined;
      },
    );
    return result;
  }

  private compare(documents: Promise<DocumentBooksView>): Promise<BooksView> {
    const result = this.viewOf(documents);
    const current = { at: this.clock.now(), result };
    this.last = current;
    result.catch(() => {
      if (this.last === current) this.last = undefined;
    });
    return result;
  }

  private async viewOf(checkedDocuments: Promise<DocumentBooksView>): Promise<BooksView> {
    const documents = await checkedDocuments;
    const products = await this.products();
    const orders = await this.orders();
    return {
      balanced: [products, orders, documents].every((part) => part.differing === 0),
      checkedAt: toIsoString(this.clock.now()),
      ...{ products, orders, documents },
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

function inUnits(row: ProductRow): Omit<UnbalancedProductView, 'productId' | 'name'> {
  return {
    quantityAvailable: fromThousandths(row.available),
    ledger: fromThousandths(row.ledger),
    quantityPromised: fromThousandths(row.promised),
    ordered: fromThousandths(row.ordered),
  };
}

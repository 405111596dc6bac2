import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import { DAY_MS, MINUTE_MS } from '../platform/common/durations.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import type { BooksView, DocumentBooksView } from './books.dto.js';
import { DocumentBooks } from './document-books.js';
import { compareItems, compareOrders } from './order-books.js';
import { compareProducts } from './product-books.js';

const RESULT_TTL_MS = 5 * MINUTE_MS;
/** For frequent callers: a check reads the content of every document. */
const DOCUMENTS_TTL_MS = DAY_MS;
/** What frequent callers see until the first check of documents has ended. */
const UNCHECKED: DocumentBooksView = { checked: 0, differing: 0, examples: [] };

interface Timed<View> {
  readonly at: number;
  readonly result: Promise<View>;
}

/**
 * Proves that each product's quantity available is the sum of its movements, its quantity promised the sum of the orders whose
 * goods are still in the store, each item's price its rate × quantity less its discounts, each order's total the sum of its items and
 * charges less its discounts, and that the documents prove themselves.
 *
 * Each comparison of products, items and orders is a single statement on one snapshot of the database. It sees a concurrent checkout
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
    const products = await compareProducts(this.database.slowRead);
    const items = await compareItems(this.database.slowRead);
    const orders = await compareOrders(this.database.slowRead);
    return {
      balanced: [products, items, orders, documents].every((part) => part.differing === 0),
      checkedAt: toIsoString(this.clock.now()),
      ...{ products, items, orders, documents },
    };
  }
}

import { createHash } from 'node:crypto';
import type { DocumentBooksView } from '../../../src/books/books.dto.js';
import { BooksService } from '../../../src/books/books.service.js';
import { raw, sql } from '../../../src/platform/database/transaction.js';
import { BillingStore } from './billing-store.js';
import { ENGINE } from './engine.js';

/** A document in the examples of the books. */
export type Named = DocumentBooksView['examples'][number];

interface DocumentRow {
  readonly id: string;
  readonly orderId: string;
  readonly number: string;
  readonly content: string;
  readonly previousSha256: string;
}

/** Documents of the store by their series and number in it. INV 2 is credited by CN 1, and INV 3 reversed by CN 2. */
export const ALL = ['INV 1', 'INV 2', 'INV 3', 'INV 4', 'CN 1', 'CN 2'];
export const BALANCED: DocumentBooksView = { checked: ALL.length, differing: 0, examples: [] };

/** Tables that are changed, each after those that refer to it. */
const TABLES = ['document_taxes', 'document_lines', 'documents', 'document_series'];

/** Opens a store with the documents of {@link ALL}. */
export async function newStoreWithDocuments(): Promise<BillingStore> {
  const store = await BillingStore.open();
  await store.register();
  const five = await store.newTaxClass([['2020-01-01', 5_000, 0]]);
  const luxury = await store.newTaxClass([['2020-01-01', 28_000, 12_000]]);
  const goods = [
    { ratePerUnit: 4_999, quantity: 1_250, taxClassId: five },
    { ratePerUnit: 11_801, quantity: 2_000, taxClassId: luxury },
  ];
  const sale = { goods, charges: { delivery: 3_000 } };
  await store.sell(sale);
  const { document } = await store.sell(sale);
  const { orderId } = await store.sell(sale);
  const { lines } = await store.services.documents.get(document.id);
  await store.credit(document.id, [{ lineId: lines[0]!.id, amount: 1_000 }]);
  await store.issueAgain(orderId);
  return store;
}

/** Returns a number by its short form: INV/26-27/000002 is `INV 2`. */
export function numberOf(short: string): string {
  const [series = '', seq = ''] = short.split(' ');
  return `${series}/26-27/${seq.padStart(6, '0')}`;
}

/** Returns a document by the short form of its number. */
export async function documentOf({ database }: BillingStore, short: string): Promise<DocumentRow> {
  const row = await database.read.row<DocumentRow>(sql`
    SELECT id, order_id AS "orderId", number, content, previous_sha256 AS "previousSha256"
    FROM documents WHERE number = ${numberOf(short)}`);
  if (row === undefined) throw new Error(`There is no document ${short}.`);
  return row;
}

/** A store in which a person with access to the database changes documents. */
export class TamperedStore {
  private constructor(readonly store: BillingStore) {}

  /** Opens a store without what keeps its documents unchanged. */
  static async open(): Promise<TamperedStore> {
    const tampered = new TamperedStore(await newStoreWithDocuments());
    await tampered.dropTriggers();
    const kept = [...TABLES, 'orders'].map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
    await tampered.run(...kept);
    return tampered;
  }

  private async dropTriggers(): Promise<void> {
    const triggers = await this.store.database.read.rows<{ name: string; of: string }>(
      ENGINE === 'sqlite'
        ? sql`SELECT name, tbl_name AS "of" FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'document%'`
        : sql`SELECT t.tgname AS name, c.relname AS "of" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
              WHERE NOT t.tgisinternal AND c.relname LIKE 'document%'`,
    );
    await this.run(
      ...triggers.map(({ name, of }) => `DROP TRIGGER ${ENGINE === 'sqlite' ? name : `${name} ON ${of}`}`),
    );
  }

  async books(): Promise<DocumentBooksView> {
    const { database, clock } = this.store;
    const books = await new BooksService(database, clock).check();
    expect([books.products.differing, books.orders.differing]).toEqual([0, 0]);
    expect(books.balanced).toBe(books.documents.differing === 0);
    return books.documents;
  }

  /** Undoes all changes, which is possible without the triggers alone. */
  async restore(): Promise<void> {
    await this.run(
      ...TABLES.map((table) => `DELETE FROM ${table}`),
      ...TABLES.toReversed().map((table) => `INSERT INTO ${table} SELECT * FROM kept_${table}`),
      'UPDATE order_charges SET amount = 3000',
      'UPDATE orders SET total = (SELECT total FROM kept_orders k WHERE k.id = orders.id)',
      'DELETE FROM order_status_changes',
    );
  }

  async run(...statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.store.database.write(sql`${raw(statement)}`);
  }

  /** Runs statements in which `:id` and `:order` are those of a document, and `:line` its first line. */
  async tamper(short: string, ...statements: readonly string[]): Promise<void> {
    const { id, orderId } = await documentOf(this.store, short);
    const line = `(SELECT id FROM document_lines WHERE document_id = '${id}' AND position = 1)`;
    await this.run(
      ...statements.map((text) =>
        text.replaceAll(':id', `'${id}'`).replaceAll(':order', `'${orderId}'`).replaceAll(':line', line),
      ),
    );
  }

  /** Deletes a document with its lines. */
  async remove(short: string): Promise<void> {
    await this.tamper(
      short,
      `DELETE FROM document_taxes WHERE line_id IN (SELECT id FROM document_lines WHERE document_id = :id)`,
      `DELETE FROM document_lines WHERE document_id = :id`,
      `DELETE FROM documents WHERE id = :id`,
    );
  }

  async setContent(short: string, content: string): Promise<void> {
    await this.store.database.write(
      sql`UPDATE documents SET content = ${content} WHERE number = ${numberOf(short)}`,
    );
  }

  /** Changes a content and computes its hash again. */
  async forge(short: string): Promise<void> {
    const { content, previousSha256 } = await documentOf(this.store, short);
    const forged = content.replace('Market Road', 'Main Road');
    const hash = createHash('sha256').update(`${previousSha256}\n${forged}`).digest('hex');
    await this.setContent(short, forged);
    await this.tamper(short, `UPDATE documents SET sha256 = '${hash}' WHERE id = :id`);
  }

  /** Returns how the books name a document. */
  async example(short: string, problem: Named['problem']): Promise<Named> {
    const { id, orderId, number } = await documentOf(this.store, short);
    return { documentId: id, orderId, number, problem };
  }
}

import { readFile, rm } from 'node:fs/promises';
import { BooksService } from '../../src/books/books.service.js';
import type { DocumentBooksView } from '../../src/books/books.dto.js';
import { DAY_MS } from '../../src/platform/common/durations.js';
import { raw, sql } from '../../src/platform/database/transaction.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { BillingStore, type Sale } from '../support/stores/billing-store.js';
import { ENGINE } from '../support/stores/engine.js';
import { TestClock } from '../support/stores/test-clock.js';

interface DocumentRow {
  readonly id: string;
  readonly orderId: string;
  readonly content: string;
  readonly issuedAt: number;
}

/** A store with documents in two series of a year: INV 1 to 4, of which 3 is reversed, and CN 1 and 2. */
class Fixture {
  private constructor(
    readonly store: BillingStore,
    readonly sale: Sale,
  ) {}

  static async open(): Promise<Fixture> {
    const store = await BillingStore.open();
    await store.register();
    const [five, luxury] = [
      await store.newTaxClass([['2020-01-01', 5_000, 0]]),
      await store.newTaxClass([['2020-01-01', 28_000, 12_000]]),
    ];
    const fixture = new Fixture(store, {
      goods: [
        { ratePerUnit: 4_999, quantity: 1_250, taxClassId: five },
        { ratePerUnit: 11_801, quantity: 2_000, taxClassId: luxury },
      ],
      charges: { delivery: 3_000 },
    });
    await fixture.issueAll();
    return fixture;
  }

  private async issueAll(): Promise<void> {
    const { store, sale } = this;
    const sold = [await store.sell(sale), await store.sell(sale), await store.sell(sale)];
    const { lines } = await store.services.documents.get(sold[1]?.document.id ?? '');
    await store.credit(sold[1]?.document.id ?? '', [{ lineId: lines[0]?.id ?? '', amount: 1_000 }]);
    await store.issueAgain(sold[2]?.orderId ?? '');
  }

  /** Returns a document by its number: INV/26-27/000002 is `INV 2`. */
  async document(short: string): Promise<DocumentRow> {
    const row = await this.store.database.read.row<DocumentRow>(sql`
      SELECT id, order_id AS "orderId", content, issued_at AS "issuedAt" FROM documents WHERE number = ${numberOf(short)}`);
    if (row === undefined) throw new Error(`There is no document ${short}.`);
    return row;
  }

  /** Removes what keeps documents unchanged, as someone with access to the database file could. */
  async dropTriggers(): Promise<void> {
    const { database } = this.store;
    const triggers = await database.read.rows<{ name: string; table: string }>(
      ENGINE === 'sqlite'
        ? sql`SELECT name, tbl_name AS "table" FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'document%'`
        : sql`SELECT tgname AS name, tgrelid::regclass::text AS "table" FROM pg_trigger
              WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'document%'`,
    );
    for (const { name, table } of triggers) {
      const of = ENGINE === 'sqlite' ? '' : `ON ${table}`;
      await database.write(sql`DROP TRIGGER ${raw(`${name} ${of}`)}`);
    }
  }

  /** Runs statements in which `:id` and `:order` are those of a document. */
  async tamper(short: string, statements: readonly string[]): Promise<void> {
    const { id, orderId } = await this.document(short);
    for (const statement of statements)
      await this.store.database.write(
        sql`${raw(statement.replaceAll(':id', `'${id}'`).replaceAll(':order', `'${orderId}'`))}`,
      );
  }

  async books(): Promise<{ balanced: boolean; others: number; documents: DocumentBooksView }> {
    const checked = await new BooksService(this.store.database, this.store.clock).check();
    const { balanced, products, orders, documents } = checked;
    return { balanced, others: products.differing + orders.differing, documents };
  }
}

function numberOf(short: string): string {
  const [series = '', seq = ''] = short.split(' ');
  return `${series}/26-27/${seq.padStart(6, '0')}`;
}

let fixture: Fixture;
beforeEach(async () => {
  fixture = await Fixture.open();
  const { balanced, documents } = await fixture.books();
  expect([balanced, documents]).toEqual([true, { checked: 6, differing: 0, examples: [] }]);
  await fixture.dropTriggers();
});

const LINE = 'SELECT id FROM document_lines WHERE document_id = :id AND position = 1';

it.each<[change: string, short: string, problem: string, statements: readonly string[]]>([
  [
    'a letter of its content',
    'INV 2',
    'content',
    [`UPDATE documents SET content = REPLACE(content, 'Atta', 'Atte') WHERE id = :id`],
  ],
  [
    'its buyer',
    'INV 3',
    'content',
    [`UPDATE documents SET buyer = REPLACE(buyer, 'Asha', 'Usha') WHERE id = :id`],
  ],
  ['its hash', 'CN 2', 'content', [`UPDATE documents SET sha256 = 'ff' WHERE id = :id`]],
  ['its time', 'INV 1', 'series', ['UPDATE documents SET issued_at = issued_at + 1 WHERE id = :id']],
  [
    'a line of it',
    'INV 1',
    'amounts',
    [`UPDATE document_lines SET taxable = taxable + 1 WHERE id = (${LINE})`],
  ],
  [
    'a tax of it',
    'CN 1',
    'amounts',
    [`UPDATE document_taxes SET amount = amount + 1 WHERE line_id = (${LINE})`],
  ],
  [
    'the total of its order',
    'INV 2',
    'order',
    [
      'UPDATE orders SET total = total + 1 WHERE id = :order',
      'UPDATE order_charges SET amount = amount + 1 WHERE order_id = :order',
    ],
  ],
])('names the document of which someone has changed %s', async (_, short, problem, statements) => {
  const { id } = await fixture.document(short);
  await fixture.tamper(short, statements);
  const { balanced, others, documents } = await fixture.books();
  expect([balanced, others]).toEqual([false, 0]);
  const named = documents.examples.map((example) => `${example.documentId ?? ''} ${example.problem}`);
  // What comes after a document with another hash or time does not follow either.
  expect(named[0]).toBe(
    `${(short === 'INV 1' && problem === 'series' ? await fixture.document('INV 2') : { id }).id} ${problem}`,
  );
});

it('names a number that has no document', async () => {
  await fixture.tamper('INV 2', [
    `DELETE FROM document_taxes WHERE line_id IN (SELECT id FROM document_lines WHERE document_id = :id OR credits_line_id IN (SELECT id FROM document_lines WHERE document_id = :id))`,
    `DELETE FROM document_lines WHERE credits_line_id IN (SELECT id FROM document_lines WHERE document_id = :id)`,
    `DELETE FROM document_lines WHERE document_id = :id`,
    `DELETE FROM documents WHERE credits_id = :id`,
    `DELETE FROM documents WHERE id = :id`,
  ]);
  const { documents } = await fixture.books();
  expect(documents.examples).toEqual(
    expect.arrayContaining([
      { documentId: null, orderId: null, number: 'INV/26-27/000002', problem: 'series' },
      { documentId: null, orderId: null, number: 'CN/26-27/000001', problem: 'series' },
    ]),
  );
});

it('prints the same bytes at any time, with any settings, and also without the buyer', async () => {
  const { store } = fixture;
  const { id } = await fixture.document('INV 1');
  const { path } = await store.services.files.ensure(id);
  const before = await readFile(path);
  await rm(path);
  const clock = new TestClock();
  clock.advance(DAY_MS);
  const other = store.process(clock, { STORE_NAME: 'Blue Basket', STORE_LOCALE: 'de-DE' });
  await other.files.ensure(id);
  expect((await readFile(path)).equals(before)).toBe(true);

  await store.database.write(sql`UPDATE documents SET buyer = NULL WHERE id = ${id}`);
  await rm(path);
  await store.services.files.ensure(id);
  const lines = linesOf(readPdf(await readFile(path)));
  expect(lines).toContain('No longer kept');
  expect(lines).not.toContain('Asha Rao');
  expect((await fixture.books()).balanced).toBe(true);
});

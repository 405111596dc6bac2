import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import type { DocumentBooksView } from '../../src/books/books.dto.js';
import { BooksService } from '../../src/books/books.service.js';
import { DAY_MS } from '../../src/platform/common/durations.js';
import { raw, sql } from '../../src/platform/database/transaction.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { BillingStore, LEGAL } from '../support/stores/billing-store.js';
import { ENGINE } from '../support/stores/engine.js';
import { TestClock } from '../support/stores/test-clock.js';

interface DocumentRow {
  readonly id: string;
  readonly orderId: string;
  readonly number: string;
  readonly content: string;
  readonly previousSha256: string;
}

/** A document in the examples of the books. */
type Named = DocumentBooksView['examples'][number];

/** Documents of the store by their series and number in it. INV 2 is credited by CN 1, and INV 3 reversed by CN 2. */
const ALL = ['INV 1', 'INV 2', 'INV 3', 'INV 4', 'CN 1', 'CN 2'];
const BALANCED = { checked: ALL.length, differing: 0, examples: [] };

/** Number of bytes of a content that are changed one by one. */
const BYTES = 15;

const OTHER_STORE = { STORE_NAME: 'Other', STORE_LOCALE: 'de-DE', STORE_TIME_ZONE: 'America/New_York' };

let store: BillingStore;

async function openStore(): Promise<void> {
  store = await BillingStore.open();
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
}

function numberOf(short: string): string {
  const [series = '', seq = ''] = short.split(' ');
  return `${series}/26-27/${seq.padStart(6, '0')}`;
}

async function documentOf(short: string): Promise<DocumentRow> {
  const row = await store.database.read.row<DocumentRow>(sql`
    SELECT id, order_id AS "orderId", number, content, previous_sha256 AS "previousSha256"
    FROM documents WHERE number = ${numberOf(short)}`);
  if (row === undefined) throw new Error(`There is no document ${short}.`);
  return row;
}

async function booksOfDocuments(): Promise<DocumentBooksView> {
  const books = await new BooksService(store.database, store.clock).check();
  expect([books.products.differing, books.orders.differing]).toEqual([0, 0]);
  expect(books.balanced).toBe(books.documents.differing === 0);
  return books.documents;
}

/** Removes what keeps documents unchanged, as a person with access to the database could. */
async function dropTriggers(): Promise<void> {
  const triggers = await store.database.read.rows<{ name: string; of: string }>(
    ENGINE === 'sqlite'
      ? sql`SELECT name, tbl_name AS "of" FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'document%'`
      : sql`SELECT t.tgname AS name, c.relname AS "of" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND c.relname LIKE 'document%'`,
  );
  for (const { name, of } of triggers)
    await store.database.write(sql`DROP TRIGGER ${raw(ENGINE === 'sqlite' ? name : `${name} ON ${of}`)}`);
}

/** Tables that tests change, each after those that refer to it. */
const TABLES = ['document_taxes', 'document_lines', 'documents', 'document_series'];

async function run(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await store.database.write(sql`${raw(statement)}`);
}

/** Undoes all changes, which is possible without the triggers alone. */
async function restore(): Promise<void> {
  await run(
    ...TABLES.map((table) => `DELETE FROM ${table}`),
    ...TABLES.toReversed().map((table) => `INSERT INTO ${table} SELECT * FROM kept_${table}`),
    'UPDATE order_charges SET amount = 3000',
    'UPDATE orders SET total = (SELECT total FROM kept_orders k WHERE k.id = orders.id)',
  );
}

/** Runs statements in which `:id` and `:order` are those of a document. */
async function tamper(short: string, ...statements: readonly string[]): Promise<void> {
  const { id, orderId } = await documentOf(short);
  await run(
    ...statements.map((text) => text.replaceAll(':id', `'${id}'`).replaceAll(':order', `'${orderId}'`)),
  );
}

async function setContent(short: string, content: string): Promise<void> {
  await store.database.write(
    sql`UPDATE documents SET content = ${content} WHERE number = ${numberOf(short)}`,
  );
}

async function named(short: string, problem: Named['problem']): Promise<DocumentBooksView> {
  const { id, orderId, number } = await documentOf(short);
  return naming({ documentId: id, orderId, number, problem });
}

function missing(short: string, problem: Named['problem']): DocumentBooksView {
  return naming({ documentId: null, orderId: null, number: numberOf(short), problem });
}

function naming(example: Named): DocumentBooksView {
  return { ...BALANCED, differing: 1, examples: [example] };
}

describe('the books', () => {
  beforeAll(async () => {
    await openStore();
    await dropTriggers();
    const tables = [...TABLES, 'orders'];
    await run(...tables.map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`));
  });
  beforeEach(async () => expect(await booksOfDocuments()).toEqual(BALANCED));
  afterEach(restore);

  const line = `(SELECT id FROM document_lines WHERE document_id = :id AND position = 1)`;
  it.each<[string, string, Named['problem'], string[]]>([
    [
      'a net is changed',
      'INV 1',
      'amounts',
      [`UPDATE document_lines SET net = net + 1, gross = gross + 1 WHERE id = ${line}`],
    ],
    [
      'a discount is added',
      'INV 2',
      'amounts',
      [`UPDATE document_lines SET net = net - 1, discount = 1 WHERE id = ${line}`],
    ],
    [
      'what is taxed is changed',
      'CN 1',
      'amounts',
      [`UPDATE document_lines SET taxable = taxable - 1 WHERE id = ${line}`],
    ],
    [
      'a tax is changed',
      'INV 4',
      'amounts',
      [`UPDATE document_taxes SET amount = amount + 1 WHERE line_id = ${line} AND component = 'cgst'`],
    ],
    [
      'a tax is missing',
      'CN 2',
      'amounts',
      [`DELETE FROM document_taxes WHERE line_id = ${line} AND component = 'sgst'`],
    ],
    [
      'a line is missing',
      'INV 1',
      'amounts',
      [`DELETE FROM document_taxes WHERE line_id = ${line}`, `DELETE FROM document_lines WHERE id = ${line}`],
    ],
    [
      'the order costs more',
      'INV 4',
      'order',
      [
        `UPDATE orders SET total = total + 1 WHERE id = :order`,
        `UPDATE order_charges SET amount = amount + 1 WHERE order_id = :order`,
      ],
    ],
    [
      'the time is before the last one',
      'INV 2',
      'series',
      [`UPDATE documents SET issued_at = issued_at - 1 WHERE id = :id`],
    ],
    [
      'the time is before the last one',
      'CN 2',
      'series',
      [`UPDATE documents SET issued_at = issued_at - 1 WHERE id = :id`],
    ],
    [
      'the number was not given out',
      'INV 4',
      'series',
      [
        `UPDATE document_series SET next = 4, last_sha256 = (SELECT previous_sha256 FROM documents WHERE id = :id) WHERE series = 'INV'`,
      ],
    ],
    [
      'the buyer is another',
      'INV 3',
      'content',
      [`UPDATE documents SET buyer = '{"name":"B"}' WHERE id = :id`],
    ],
    [
      'the hash of the one before is another',
      'INV 2',
      'content',
      [`UPDATE documents SET previous_sha256 = 'ff' WHERE id = :id`],
    ],
    [
      'more is credited than it states',
      'INV 2',
      'amounts',
      [`UPDATE documents SET credits_id = :id WHERE number = '${numberOf('CN 2')}'`],
    ],
    [
      'the hash is another',
      'INV 4',
      'content',
      [
        `UPDATE documents SET sha256 = 'ff' WHERE id = :id`,
        `UPDATE document_series SET last_sha256 = 'ff' WHERE series = 'INV'`,
      ],
    ],
  ])('name the document of which %s: %s, %s', async (_, short, problem, statements) => {
    await tamper(short, ...statements);
    expect(await booksOfDocuments()).toEqual(await named(short, problem));
  });

  it.each([
    ['INV 1', 'INV 2'],
    ['CN 1', 'CN 2'],
    ['INV 4', undefined],
    ['CN 2', undefined],
  ])(
    'name the number of a missing document, %s, and the document that was chained to it',
    async (short, next) => {
      const lines = `(SELECT id FROM document_lines WHERE document_id = :id)`;
      await tamper(
        short,
        `DELETE FROM document_taxes WHERE line_id IN ${lines}`,
        `DELETE FROM document_lines WHERE document_id = :id`,
        `DELETE FROM documents WHERE id = :id`,
      );
      const examples = [
        ...missing(short, 'series').examples,
        ...(next === undefined ? [] : (await named(next, 'content')).examples),
      ];
      expect(await booksOfDocuments()).toEqual({
        ...{ checked: ALL.length - 1, differing: examples.length, examples },
      });
    },
  );

  it.each(ALL)('name %s, whatever byte of its content is changed', async (short) => {
    const { content } = await documentOf(short);
    const expected = await named(short, 'content');
    for (let at = 0; at < content.length; at += Math.floor(content.length / BYTES)) {
      const other = content.charAt(at) === '0' ? '1' : '0';
      await setContent(short, content.slice(0, at) + other + content.slice(at + 1));
      expect([at, await booksOfDocuments()]).toEqual([at, expected]);
    }
    await setContent(short, content);
    expect(await booksOfDocuments()).toEqual(BALANCED);
  });

  it('name the document after one whose content and hash were both changed', async () => {
    await forge('INV 1');
    expect(await booksOfDocuments()).toEqual(await named('INV 2', 'content'));
  });

  it('know the last hash of a series', async () => {
    await forge('INV 4');
    expect(await booksOfDocuments()).toEqual(missing('INV 4', 'content'));
  });

  it('stay balanced when a buyer is removed', async () => {
    await tamper('INV 2', `UPDATE documents SET buyer = NULL WHERE id = :id`);
    expect(await booksOfDocuments()).toEqual(BALANCED);
  });
});

/** Changes a content and computes its hash again. */
async function forge(short: string): Promise<void> {
  const { content, previousSha256 } = await documentOf(short);
  const forged = content.replace('Atta', 'Rice');
  const hash = createHash('sha256').update(`${previousSha256}\n${forged}`).digest('hex');
  await setContent(short, forged);
  await tamper(short, `UPDATE documents SET sha256 = '${hash}' WHERE id = :id`);
}

describe('the PDF of a document', () => {
  beforeAll(openStore);

  it.each(['INV 1', 'CN 1', 'CN 2'])(
    'has the same bytes in every process and at any time: %s',
    async (short) => {
      const { id } = await documentOf(short);
      const { path } = await store.services.files.ensure(id);
      const bytes = await readFile(path);
      await rm(path);
      await store.set('legal', { ...LEGAL, name: 'Another name', taxNumber: '' });
      const later = new TestClock(store.clock.now() + 400 * DAY_MS);
      const again = await store.process(later, OTHER_STORE).files.ensure(id);
      expect(again).toEqual({
        path,
        filename: `${numberOf(short).replaceAll('/', '-')}.pdf`,
        bytes: bytes.length,
      });
      expect((await readFile(path)).equals(bytes)).toBe(true);
    },
  );

  it('is printed without the buyer when this is removed', async () => {
    const { id } = await documentOf('INV 2');
    const { path } = await store.services.files.ensure(id);
    const before = linesOf(readPdf(await readFile(path)));
    await store.database.write(sql`UPDATE documents SET buyer = NULL WHERE id = ${id}`);
    await rm(path);
    await store.services.files.ensure(id);
    const after = linesOf(readPdf(await readFile(path)));
    const removed = before.filter((text) => !after.includes(text));
    const added = after.filter((text) => !before.includes(text));
    expect(removed.map((text) => text.replace(/\p{Cf}/gu, ''))).toEqual([
      'Asha Rao',
      '14, Temple Street',
      'Bengaluru 560004',
    ]);
    expect(added).toEqual(['No longer kept']);
  });
});

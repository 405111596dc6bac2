import { newId } from '../../src/platform/common/id.js';
import { Documents1764000000052 } from '../../src/platform/database/migrations/1764000000052-documents.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const [USER, ORDER, DOCUMENT, LINE] = [newId(), newId(), newId(), newId()];

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
  await store.back(Documents1764000000052);
  await store.query(`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES ('${USER}', 'a', 'a', 'a', 'a', 'A', '-', 'user', 'approved', 'en', 0)`);
  await store.query(`
    INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
    VALUES ('${ORDER}', 'A', '${USER}', 'out_for_delivery', 11800, 'INR', '{}', 0)`);
  await store.forward();
  await insertDocument({ id: DOCUMENT, seq: 1, ordinal: 1 });
  await store.query(`
    INSERT INTO document_lines (id, document_id, position, name, gross, discount, net, taxable)
    VALUES ('${LINE}', '${DOCUMENT}', 1, 'Tea', 11800, 0, 11800, 10000)`);
  await store.query(`
    INSERT INTO document_taxes (line_id, component, rate, taxable, amount) VALUES ('${LINE}', 'vat', 18000, 10000, 1800)`);
});
afterAll(() => store.close());

interface Values {
  readonly id?: string;
  readonly seq: number;
  readonly ordinal: number;
  readonly creditsId?: string;
  readonly verb?: string;
}

function insertDocument({
  id = newId(),
  seq,
  ordinal,
  creditsId,
  verb = 'INSERT',
}: Values): Promise<unknown> {
  const [kind, credits] =
    creditsId === undefined ? ['tax_invoice', 'NULL'] : ['credit_note', `'${creditsId}'`];
  return store.query(`
    ${verb} INTO documents (id, order_id, kind, series, fiscal_year, seq, number, issued_at, total, credits_id, reversal, ordinal,
      content, buyer, sha256, previous_sha256)
    VALUES ('${id}', '${ORDER}', '${kind}', 'INV', '26-27', ${seq}, 'INV/26-27/${seq}', 0, 11800, ${credits},
      ${creditsId !== undefined}, ${ordinal}, '{}', '{"name":"Asha"}', 'ff', '')`);
}

const REFUSED = /append-only/;

it.each([
  `UPDATE documents SET total = 0`,
  `UPDATE documents SET number = 'INV/26-27/9'`,
  `UPDATE documents SET content = '{"a":1}', buyer = NULL`,
  `UPDATE documents SET buyer = '{"name":"Usha"}'`,
  `UPDATE document_lines SET name = 'Coffee'`,
  `UPDATE document_taxes SET amount = 0`,
  `DELETE FROM document_taxes`,
  `DELETE FROM document_lines`,
  `DELETE FROM documents`,
])('refuses %s', async (statement) => {
  await expect(store.query(statement)).rejects.toThrow(REFUSED);
});

describeIf(ENGINE === 'sqlite')('on SQLite', () => {
  it('refuses to replace a document by its ID, its number or its place among those of the order', async () => {
    const verb = 'INSERT OR REPLACE';
    await expect(insertDocument({ verb, id: DOCUMENT, seq: 2, ordinal: 2 })).rejects.toThrow(REFUSED);
    await expect(insertDocument({ verb, seq: 1, ordinal: 2 })).rejects.toThrow(REFUSED);
    await expect(insertDocument({ verb, seq: 2, ordinal: 1 })).rejects.toThrow(REFUSED);
  });
});

describeIf(ENGINE === 'postgres')('on PostgreSQL', () => {
  it('refuses to empty the tables', async () => {
    await expect(store.query('TRUNCATE documents CASCADE')).rejects.toThrow(REFUSED);
  });
});

it('refuses a second document with a number, a place in its order, or a reversal', async () => {
  const taken = /documents_|documents[.]|UNIQUE|append-only/;
  await expect(insertDocument({ seq: 1, ordinal: 2 })).rejects.toThrow(taken);
  await expect(insertDocument({ seq: 2, ordinal: 1 })).rejects.toThrow(taken);
  await insertDocument({ seq: 2, ordinal: 2, creditsId: DOCUMENT });
  await expect(insertDocument({ seq: 3, ordinal: 3, creditsId: DOCUMENT })).rejects.toThrow(
    /documents_reversal_key|documents[.]credits_id/,
  );
});

it('lets the buyer be removed, and goes back and forward with the order in the store', async () => {
  await store.query(`UPDATE documents SET buyer = NULL WHERE id = '${DOCUMENT}'`);
  expect(await store.query(`SELECT buyer FROM documents WHERE id = '${DOCUMENT}'`)).toEqual([
    { buyer: null },
  ]);
  await store.back(Documents1764000000052);
  await expect(store.query('SELECT * FROM documents')).rejects.toThrow(/documents/);
  expect(await store.query(`SELECT number FROM orders`)).toEqual([{ number: 'A' }]);
  await store.forward();
  expect(await store.query('SELECT id FROM documents')).toEqual([]);
});

import { newId } from '../../src/platform/common/id.js';
import { Documents1764000000052 } from '../../src/platform/database/migrations/1764000000052-documents.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const [USER, ORDER, SALE, REVERSAL, LINE] = [newId(), newId(), newId(), newId(), newId()];
const APPEND_ONLY = /append-only/;

/** Columns of a row, each with an SQL expression. */
type Columns = Readonly<Record<string, string>>;

/** A new sale of the order, which is like no document in the store. */
const NEW_SALE: Columns = {
  id: `'${newId()}'`,
  order_id: `'${ORDER}'`,
  kind: `'tax_invoice'`,
  series: `'NEW'`,
  fiscal_year: `'26-27'`,
  seq: '1',
  number: `'NEW/26-27/000001'`,
  issued_at: '1',
  total: '0',
  credits_id: 'NULL',
  reversal: 'false',
  ordinal: '9',
  content: `'{}'`,
  buyer: `'{}'`,
  sha256: `'b'`,
  previous_sha256: `'a'`,
};
const NEW_CREDIT: Columns = {
  ...NEW_SALE,
  ...{ kind: `'credit_note'`, series: `'CN'`, number: `'CN/26-27/000009'`, seq: '9' },
  credits_id: `'${SALE}'`,
};
const NEW_LINE: Columns = {
  id: `'${newId()}'`,
  document_id: `'${SALE}'`,
  position: '9',
  item_id: 'NULL',
  charge_id: `'${newId()}'`,
  credits_line_id: 'NULL',
  tax_class_id: 'NULL',
  name: `'Delivery'`,
  hsn: `'9965'`,
  unit_type: `'kg'`,
  quantity: '1',
  rate_per_unit: '1',
  gross: '0',
  discount: '0',
  net: '0',
  taxable: '0',
};
const NEW_TAX: Columns = {
  line_id: `'${LINE}'`,
  component: `'sgst'`,
  rate: '18000',
  taxable: '0',
  amount: '0',
};

/** Values of the rows in the store that differ from those above. */
const IN_STORE = {
  sale: {
    ...{ id: `'${SALE}'`, series: `'INV'`, number: `'INV/26-27/000001'`, ordinal: '1', total: '118' },
    ...{ sha256: `'a'`, previous_sha256: `''` },
  },
  reversal: { id: `'${REVERSAL}'`, number: `'CN/26-27/000001'`, seq: '1', ordinal: '2', reversal: 'true' },
  line: { id: `'${LINE}'`, position: '1', name: `'Atta'`, gross: '118', net: '118', taxable: '109' },
  tax: { component: `'cgst'`, taxable: '109', amount: '9' },
} as const;

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
  await store.back(Documents1764000000052);
  await store.query(`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES ('${USER}', 'a', 'a', 'a', 'a', 'A', '-', 'user', 'approved', 'en', 0)`);
  await store.query(`
    INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
    VALUES ('${ORDER}', 'A', '${USER}', 'out_for_delivery', 118, 'INR', '{}', 0)`);
  await store.forward();
  await insertDocuments();
});
afterAll(() => store.close());

function insert(table: string, columns: Columns, verb = 'INSERT'): Promise<unknown> {
  const [names, values] = [Object.keys(columns), Object.values(columns)];
  return store.query(`${verb} INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`);
}

/** Inserts a sale of one line with a tax, and its reversal. */
async function insertDocuments(): Promise<void> {
  await insert('documents', { ...NEW_SALE, ...IN_STORE.sale });
  await insert('document_lines', { ...NEW_LINE, ...IN_STORE.line });
  await insert('document_taxes', { ...NEW_TAX, ...IN_STORE.tax });
  await insert('documents', { ...NEW_CREDIT, ...IN_STORE.reversal });
}

/** Returns the rows of all tables of documents. */
async function allRows(): Promise<object> {
  return {
    documents: await store.query('SELECT * FROM documents ORDER BY ordinal'),
    lines: await store.query('SELECT * FROM document_lines'),
    taxes: await store.query('SELECT * FROM document_taxes'),
  };
}

/** Expects that a statement is refused and has changed nothing. */
async function expectRefused(statement: () => Promise<unknown>, reason: RegExp): Promise<void> {
  const before = await allRows();
  await expect(statement()).rejects.toThrow(reason);
  expect(await allRows()).toEqual(before);
}

it.each([
  ['documents', `id = '${SALE}'`, NEW_SALE],
  ['document_lines', `id = '${LINE}'`, NEW_LINE],
  ['document_taxes', `line_id = '${LINE}'`, NEW_TAX],
])('refuses to change any column of %s, and to delete a row', async (table, isRow, columns) => {
  const [row = {}] = await store.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${isRow}`);
  expect(Object.keys(row).toSorted()).toEqual(Object.keys(columns).toSorted());
  const withoutBuyer = table === 'documents' ? 'buyer = NULL, ' : '';
  for (const [column, value] of Object.entries(row).filter(([name]) => name !== 'buyer')) {
    const other = value === null ? `'${newId()}'` : 'NULL';
    const change = `UPDATE ${table} SET ${withoutBuyer}${column} = ${other} WHERE ${isRow}`;
    await expectRefused(() => store.query(change), APPEND_ONLY);
  }
  await expectRefused(() => store.query(`DELETE FROM ${table} WHERE ${isRow}`), APPEND_ONLY);
});

it('keeps the order of a document', async () => {
  await expectRefused(() => store.query(`DELETE FROM orders WHERE id = '${ORDER}'`), /foreign key/i);
});

describeIf(ENGINE === 'sqlite')('INSERT OR REPLACE', () => {
  const taken: Columns = { ...NEW_SALE, ...IN_STORE.sale };
  it.each<[string, string, Columns]>([
    ['the ID of a document', 'documents', { ...NEW_SALE, id: `'${SALE}'` }],
    ['the number of a document', 'documents', { ...NEW_SALE, number: `'INV/26-27/000001'` }],
    ['the place of a document in its series', 'documents', { ...NEW_SALE, series: `'INV'` }],
    ['the place of a document in its order', 'documents', { ...NEW_SALE, ordinal: '1' }],
    ['a whole document', 'documents', taken],
    ['the only reversal of a document', 'documents', { ...NEW_CREDIT, reversal: 'true' }],
    ['the ID of a line', 'document_lines', { ...NEW_LINE, id: `'${LINE}'` }],
    ['the place of a line', 'document_lines', { ...NEW_LINE, position: '1' }],
    ['a tax', 'document_taxes', { ...NEW_TAX, component: `'cgst'` }],
  ])('is refused where it would replace %s', async (_, table, columns) => {
    await expectRefused(() => insert(table, columns, 'INSERT OR REPLACE'), APPEND_ONLY);
  });
});

describeIf(ENGINE === 'postgres')('TRUNCATE', () => {
  it.each(['documents', 'document_lines', 'document_taxes', 'orders', 'tax_classes'])(
    'is refused for %s with all that refers to it',
    async (table) => {
      await expectRefused(() => store.query(`TRUNCATE ${table} CASCADE`), APPEND_ONLY);
    },
  );
});

it.each<[string, string, Columns, RegExp]>([
  ['a credit note that credits nothing', 'documents', { ...NEW_CREDIT, credits_id: 'NULL' }, /credits_check/],
  ['a sale that credits something', 'documents', { ...NEW_SALE, credits_id: `'${SALE}'` }, /credits_check/],
  ['an unknown kind', 'documents', { ...NEW_SALE, kind: `'receipt'` }, /documents_kind_check/],
  ['an unknown order', 'documents', { ...NEW_SALE, order_id: `'${newId()}'` }, /foreign key/i],
  ['a total below 0', 'documents', { ...NEW_SALE, total: '-1' }, /documents_total_check/],
  ['a net that is not the gross', 'document_lines', { ...NEW_LINE, net: '1' }, /document_lines_net_check/],
  ['a net below 0', 'document_lines', { ...NEW_LINE, gross: '-1', net: '-1' }, /document_lines_net_check/],
  ['an unknown component', 'document_taxes', { ...NEW_TAX, component: `'gst'` }, /component_check/],
  ['a tax below 0', 'document_taxes', { ...NEW_TAX, amount: '-1' }, /document_taxes_amount_check/],
])('refuses %s', async (_, table, columns, reason) => {
  await expectRefused(() => insert(table, columns), reason);
});

it('lets the buyer be removed, and never replaced', async () => {
  const setBuyer = (to: string): Promise<unknown> =>
    store.query(`UPDATE documents SET buyer = ${to} WHERE id = '${SALE}'`);
  await expectRefused(() => setBuyer(`'{"name":"B"}'`), APPEND_ONLY);
  await setBuyer('NULL');
  expect(await store.query(`SELECT buyer FROM documents ORDER BY ordinal`)).toEqual([
    { buyer: null },
    { buyer: '{}' },
  ]);
  await expectRefused(() => setBuyer(`'{}'`), APPEND_ONLY);
});

describe('without the triggers', () => {
  beforeAll(async () => {
    if (ENGINE === 'sqlite') await store.query('DROP TRIGGER documents_no_replace');
  });

  it.each<[string, Columns, RegExp]>([
    ['order and ordinal', { ...NEW_SALE, ordinal: '1' }, /documents_ordinal_key|documents.ordinal/],
    ['series, year and number in it', { ...NEW_SALE, series: `'INV'` }, /documents_seq_key|documents.seq/],
    ['number', { ...NEW_SALE, number: `'INV/26-27/000001'` }, /documents_number_key|documents.number/],
    [
      'document to reverse',
      { ...NEW_CREDIT, reversal: 'true' },
      /documents_reversal_key|documents.credits_id/,
    ],
  ])('no two documents have the same %s', async (_, columns, reason) => {
    await expectRefused(() => insert('documents', columns), reason);
  });
});

it('goes back with documents in the store, which loses them alone, and forward again', async () => {
  await insert('documents', { ...NEW_CREDIT, id: `'${newId()}'` });
  await insert('document_files', { document_id: `'${SALE}'`, bytes: '1', sha256: `'c'`, made_at: '1' });
  await store.back(Documents1764000000052);
  for (const table of ['documents', 'document_lines', 'document_taxes', 'document_files', 'document_series'])
    await expect(store.query(`SELECT 1 FROM ${table}`)).rejects.toThrow(/no such table|does not exist/);
  const orders = await store.query<{ id: string; total: number | string }>('SELECT id, total FROM orders');
  expect(orders.map(({ id, total }) => [id, Number(total)])).toEqual([[ORDER, 118]]);

  await store.forward();
  expect(await allRows()).toEqual({ documents: [], lines: [], taxes: [] });
  await insertDocuments();
  await expectRefused(() => store.query('DELETE FROM documents'), APPEND_ONLY);
});

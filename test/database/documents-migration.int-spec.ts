import { newId } from '../../src/platform/common/id.js';
import { Documents1764000000052 } from '../../src/platform/database/migrations/1764000000052-documents.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const [USER, ORDER, DOCUMENT, LINE] = [newId(), newId(), newId(), newId()];

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
  await store.back(Documents1764000000052);
  await store.insertShopper(USER);
  await store.insertOrder({ id: ORDER, userId: USER, status: 'out_for_delivery', total: 11_800 });
  await store.forward();
  await insertDocument({ id: DOCUMENT, seq: 1, ordinal: 1 });
  await store.query(`
    INSERT INTO document_lines (id, document_id, position, name, quantity, rate_per_unit, gross, discount, net, taxable)
    VALUES ('${LINE}', '${DOCUMENT}', 1, 'Tea', 1000, 11800, 11800, 0, 11800, 10000)`);
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

it.each([
  ['documents', 'id', DOCUMENT],
  ['document_lines', 'id', LINE],
  ['document_taxes', 'line_id', LINE],
])(
  'refuses to change any column of %s, also together with the removal of a buyer',
  async (table, key, id) => {
    const read = (): Promise<object[]> =>
      store.query<object>(`SELECT * FROM ${table} WHERE ${key} = '${id}'`);
    const before = await read();
    const alone = table === 'documents' ? 'buyer = NULL, ' : '';
    for (const [column, value] of Object.entries(before[0] ?? {}).filter(([name]) => name !== 'buyer')) {
      const other = value === null ? `'${newId()}'` : 'NULL';
      const change = store.query(`UPDATE ${table} SET ${alone}${column} = ${other} WHERE ${key} = '${id}'`);
      await expect(change).rejects.toThrow(REFUSED);
    }
    expect(await read()).toEqual(before);
  },
);

it('keeps the order of a document', async () => {
  await expect(store.query(`DELETE FROM orders WHERE id = '${ORDER}'`)).rejects.toThrow(/foreign key/i);
});

describeIf(ENGINE === 'sqlite')('on SQLite', () => {
  it('refuses to replace a document, a line or a tax by the number of its row', async () => {
    const [{ rowid } = { rowid: 0 }] = await store.query<{ rowid: number }>('SELECT rowid FROM documents');
    await expect(
      store.query(`UPDATE OR REPLACE documents SET buyer = NULL, rowid = rowid + 1 WHERE rowid = ${rowid}`),
    ).rejects.toThrow(REFUSED);
    for (const table of ['documents', 'document_lines', 'document_taxes']) {
      const [first = { id: 0 }] = await store.query<{ id: number }>(`SELECT rowid AS id FROM ${table}`);
      const columns = await store.query<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
      const names = columns.map(({ name }) => name);
      // Another key, so that the row number alone is taken.
      const values = names.map((name, i) =>
        i === 0
          ? `'${newId()}'`
          : name === 'seq' || name === 'ordinal' || name === 'position'
            ? '77'
            : name === 'number'
              ? `'N'`
              : name,
      );
      const insert = `INSERT OR REPLACE INTO ${table} (rowid, ${names.join(', ')}) SELECT ${first.id}, ${values.join(', ')} FROM ${table} WHERE rowid = ${first.id}`;
      await expect(store.query(insert)).rejects.toThrow(REFUSED);
    }
  });

  it('refuses to replace a document by its ID, its number or its place among those of the order', async () => {
    const verb = 'INSERT OR REPLACE';
    await expect(insertDocument({ verb, id: DOCUMENT, seq: 2, ordinal: 2 })).rejects.toThrow(REFUSED);
    await expect(insertDocument({ verb, seq: 1, ordinal: 2 })).rejects.toThrow(REFUSED);
    await expect(insertDocument({ verb, seq: 2, ordinal: 1 })).rejects.toThrow(REFUSED);
  });

  const tea = `NULL, NULL, NULL, NULL, 'Tea', NULL, NULL, NULL, NULL, 1, 0, 1, 1`;
  it.each([
    ['a line by its ID', `document_lines VALUES ('${LINE}', '${DOCUMENT}', 2, ${tea})`],
    ['a line by its position', `document_lines VALUES ('${newId()}', '${DOCUMENT}', 1, ${tea})`],
    ['a tax', `document_taxes VALUES ('${LINE}', 'vat', 18000, 10000, 0)`],
  ])('refuses to replace %s', async (_, row) => {
    await expect(store.query(`INSERT OR REPLACE INTO ${row}`)).rejects.toThrow(REFUSED);
  });
});

describeIf(ENGINE === 'postgres')('on PostgreSQL', () => {
  it.each(['documents', 'document_lines', 'document_taxes', 'orders', 'tax_classes'])(
    'refuses to empty %s with all that refers to it',
    async (table) => {
      await expect(store.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(REFUSED);
    },
  );
});

it('refuses a second document with a number, a place in its order, or a reversal', async () => {
  const taken = /documents_|documents[.]|UNIQUE|append-only/;
  await expect(insertDocument({ seq: 1, ordinal: 2 })).rejects.toThrow(taken);
  await expect(insertDocument({ seq: 2, ordinal: 1 })).rejects.toThrow(taken);
  await insertDocument({ seq: 2, ordinal: 2, creditsId: DOCUMENT });
  await expect(insertDocument({ seq: 3, ordinal: 3, creditsId: DOCUMENT })).rejects.toThrow(
    /documents_reversal_key|append-only/,
  );
});

describeIf(ENGINE === 'sqlite')('on SQLite, also without the trigger', () => {
  it('has one document for each number and each place in an order', async () => {
    await store.query('DROP TRIGGER documents_no_replace');
    await expect(insertDocument({ seq: 1, ordinal: 9 })).rejects.toThrow(
      /documents[.]number|documents[.]seq/,
    );
    await expect(insertDocument({ seq: 9, ordinal: 1 })).rejects.toThrow(/documents[.]ordinal/);
  });
});

it('lets the buyer be removed, and goes back and forward with the order in the store', async () => {
  await store.query(`UPDATE documents SET buyer = NULL WHERE id = '${DOCUMENT}'`);
  expect(await store.query(`SELECT buyer FROM documents WHERE id = '${DOCUMENT}'`)).toEqual([
    { buyer: null },
  ]);
  await expect(store.query(`UPDATE documents SET buyer = '{}'`)).rejects.toThrow(REFUSED);
  await store.back(Documents1764000000052);
  for (const table of ['documents', 'document_lines', 'document_taxes', 'document_files', 'document_series'])
    await expect(store.query(`SELECT * FROM ${table}`)).rejects.toThrow(/no such table|does not exist/);
  expect(await store.query(`SELECT number FROM orders`)).toEqual([{ number: 'A' }]);
  await store.forward();
  expect(await store.query('SELECT id FROM documents')).toEqual([]);
});

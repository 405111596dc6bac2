import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, flag, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const KINDS = `'tax_invoice', 'bill_of_supply', 'invoice_cum_bill', 'bill', 'credit_note'`;
const COMPONENTS = `'vat', 'cgst', 'sgst', 'igst', 'cess'`;

const TABLES = [
  table({
    name: 'document_series',
    columns: [
      text('series', KEY),
      text('fiscal_year', KEY),
      integer('next'),
      bigint('last_issued_at'),
      text('last_sha256'),
    ],
    checks: { document_series_next_check: 'next > 0' },
  }),
  table({
    name: 'documents',
    columns: [
      id('id', KEY),
      id('order_id'),
      text('kind'),
      text('series'),
      text('fiscal_year'),
      integer('seq'),
      text('number'),
      bigint('issued_at'),
      bigint('total'),
      id('credits_id', OPTIONAL),
      flag('reversal'),
      integer('ordinal'),
      text('content'),
      text('buyer', OPTIONAL),
      text('sha256'),
      text('previous_sha256'),
    ],
    checks: {
      documents_kind_check: `kind IN (${KINDS})`,
      documents_total_check: 'total >= 0',
      documents_credits_check: `(kind = 'credit_note') = (credits_id IS NOT NULL)`,
    },
    uniques: {
      documents_number_key: ['number'],
      documents_seq_key: ['series', 'fiscal_year', 'seq'],
      documents_ordinal_key: ['order_id', 'ordinal'],
    },
    indices: {
      documents_issued_at_idx: ['issued_at', 'id'],
      documents_credits_id_idx: ['credits_id'],
    },
    references: { order_id: 'orders.id', credits_id: 'documents.id' },
  }),
  /* The item and the charge have no constraint, for which SQLite could not rebuild their tables later. They are never deleted. */
  table({
    name: 'document_lines',
    columns: [
      id('id', KEY),
      id('document_id'),
      integer('position'),
      id('item_id', OPTIONAL),
      id('charge_id', OPTIONAL),
      id('credits_line_id', OPTIONAL),
      id('tax_class_id', OPTIONAL),
      text('name'),
      text('hsn', OPTIONAL),
      text('unit_type', OPTIONAL),
      bigint('quantity', OPTIONAL),
      bigint('rate_per_unit', OPTIONAL),
      bigint('gross'),
      bigint('discount'),
      bigint('net'),
      bigint('taxable'),
    ],
    checks: { document_lines_net_check: 'net = gross - discount AND net >= 0' },
    uniques: { document_lines_position_key: ['document_id', 'position'] },
    indices: {
      document_lines_item_id_idx: ['item_id'],
      document_lines_credits_line_id_idx: ['credits_line_id'],
      document_lines_tax_class_id_idx: ['tax_class_id'],
    },
    references: {
      document_id: 'documents.id',
      credits_line_id: 'document_lines.id',
      tax_class_id: 'tax_classes.id',
    },
  }),
  table({
    name: 'document_taxes',
    columns: [
      id('line_id', KEY),
      text('component', KEY),
      integer('rate', KEY),
      bigint('taxable'),
      bigint('amount'),
    ],
    checks: {
      document_taxes_component_check: `component IN (${COMPONENTS})`,
      document_taxes_amount_check: 'amount >= 0',
    },
    references: { line_id: 'document_lines.id' },
  }),
  table({
    name: 'document_files',
    columns: [id('document_id', KEY), bigint('bytes'), text('sha256'), bigint('made_at')],
    checks: { document_files_bytes_check: 'bytes > 0' },
    references: { document_id: 'documents.id' },
  }),
];

const IMMUTABLE = ['document_lines', 'document_taxes'] as const;

/** Columns of a document that are not its buyer. */
const FIXED = [
  ...['id', 'order_id', 'kind', 'series', 'fiscal_year', 'seq', 'number', 'issued_at', 'total'],
  ...['credits_id', 'reversal', 'ordinal', 'content', 'sha256', 'previous_sha256'],
];

/** Columns by which INSERT OR REPLACE of SQLite would delete rows without firing a DELETE trigger. */
const IDENTITY: Readonly<Record<'documents' | (typeof IMMUTABLE)[number], string>> = {
  documents: `id = new.id OR rowid = new.rowid OR (new.reversal AND reversal AND credits_id = new.credits_id) OR number = new.number OR (order_id = new.order_id AND ordinal = new.ordinal)
    OR (series = new.series AND fiscal_year = new.fiscal_year AND seq = new.seq)`,
  document_lines:
    'id = new.id OR rowid = new.rowid OR (document_id = new.document_id AND position = new.position)',
  document_taxes:
    'rowid = new.rowid OR (line_id = new.line_id AND component = new.component AND rate = new.rate)',
};

/** The database itself keeps issued documents unchanged. The buyer alone can be removed, when it need not be kept any longer. */
const REFUSE_CHANGES = {
  'better-sqlite3': [
    ...Object.entries(IDENTITY).flatMap(([name, identity]) => [
      refusal(`${name}_no_delete`, `BEFORE DELETE ON ${name}`, name),
      refusal(
        `${name}_no_replace`,
        `BEFORE INSERT ON ${name} WHEN EXISTS (SELECT 1 FROM ${name} WHERE ${identity})`,
        name,
      ),
    ]),
    ...IMMUTABLE.map((name) => refusal(`${name}_no_update`, `BEFORE UPDATE ON ${name}`, name)),
    refusal(
      'documents_no_update',
      `BEFORE UPDATE ON documents WHEN new.buyer IS NOT NULL OR new.rowid IS NOT old.rowid OR ${FIXED.map((column) => `new.${column} IS NOT old.${column}`).join(' OR ')}`,
      'documents',
    ),
  ],
  postgres: [
    ...IMMUTABLE.map(
      (name) =>
        `CREATE TRIGGER ${name}_no_change BEFORE UPDATE OR DELETE ON ${name} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    ),
    'CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change()',
    `CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents FOR EACH ROW
       WHEN (new.buyer IS NOT NULL OR ${FIXED.map((column) => `new.${column} IS DISTINCT FROM old.${column}`).join(' OR ')})
       EXECUTE FUNCTION refuse_change()`,
    ...['documents', ...IMMUTABLE].map(
      (name) =>
        `CREATE TRIGGER ${name}_no_truncate BEFORE TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    ),
  ],
};

function refusal(trigger: string, event: string, name: string): string {
  return `CREATE TRIGGER ${trigger} ${event} BEGIN SELECT RAISE(ABORT, '${name} is append-only'); END`;
}

/** Numbered documents of sales with their lines and taxes, their series, and the files that were made of them. */
export class Documents1764000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of TABLES) await runner.createTable(one);
    await runner.query('CREATE UNIQUE INDEX documents_reversal_key ON documents (credits_id) WHERE reversal');
    const type = runner.dataSource.options.type as keyof typeof REFUSE_CHANGES;
    for (const statement of REFUSE_CHANGES[type]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of TABLES.toReversed()) await runner.dropTable(one);
  }
}

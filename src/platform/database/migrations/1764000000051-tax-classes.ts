import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, date, flag, id, integer, KEY, table, text } from './columns.js';

const TAX_CLASSES = table({
  name: 'tax_classes',
  columns: [
    id('id', KEY),
    text('code'),
    text('name'),
    flag('exempt'),
    integer('version', { default: 1 }),
    bigint('created_at'),
  ],
  uniques: { tax_classes_code_key: ['code'] },
});

const TAX_RATES = table({
  name: 'tax_rates',
  columns: [
    id('tax_class_id', KEY),
    date('valid_from', KEY),
    integer('rate'),
    integer('cess', { default: 0 }),
  ],
  checks: {
    tax_rates_rate_check: 'rate BETWEEN 0 AND 100000',
    tax_rates_cess_check: 'cess BETWEEN 0 AND 100000',
  },
  references: { tax_class_id: { to: 'tax_classes.id', onDelete: 'CASCADE' } },
});

/** Columns by table, in the order in which they are added. */
const COLUMNS: readonly (readonly [table: string, column: string, definition: string])[] = [
  // Classes that products or orders have are never deleted: the columns need no constraint, for which SQLite's tables would have to be rebuilt.
  ['products', 'tax_class_id', 'uuid'],
  ['products', 'hsn', 'text'],
  ['order_items', 'tax_class_id', 'uuid'],
  ['order_items', 'hsn', 'text'],
  ['order_items', 'mrp', 'bigint'],
];

/** Tax classes with the rates of each day; products have one, and order lines keep what applied to their product. */
export class TaxClasses1764000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(TAX_CLASSES);
    await runner.createTable(TAX_RATES);
    for (const [of, column, definition] of COLUMNS)
      await runner.query(`ALTER TABLE ${of} ADD COLUMN ${column} ${definition}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [of, column] of COLUMNS.toReversed())
      await runner.query(`ALTER TABLE ${of} DROP COLUMN ${column}`);
    await runner.dropTable('tax_rates');
    await runner.dropTable('tax_classes');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const STOCK_SHEETS = table({
  name: 'stock_sheets',
  columns: [
    ...[id('id', KEY), integer('number'), text('kind'), text('status')],
    ...[id('section_id', OPTIONAL), text('section_name', OPTIONAL), text('supplier'), text('note')],
    ...[id('owner_id'), id('changed_by_id'), id('booked_by_id', OPTIONAL)],
    ...[bigint('created_at'), bigint('changed_at'), bigint('booked_at', OPTIONAL)],
    integer('version', { default: 1 }),
  ],
  checks: {
    stock_sheets_kind_check: `kind IN ('delivery', 'count')`,
    stock_sheets_status_check: `status IN ('draft', 'booked', 'discarded')`,
  },
  uniques: { stock_sheets_number_key: ['number'] },
  indices: { stock_sheets_status_idx: ['status', 'number'] },
  references: {
    section_id: { to: 'sections.id', onDelete: 'SET NULL' },
    owner_id: 'users.id',
    changed_by_id: 'users.id',
    booked_by_id: 'users.id',
  },
});

const STOCK_SHEET_LINES = table({
  name: 'stock_sheet_lines',
  columns: [
    ...[id('sheet_id', KEY), id('product_id', KEY), integer('position'), text('unit_type')],
    ...[bigint('quantity', OPTIONAL), bigint('counted_at', OPTIONAL)],
    ...[bigint('on_hand_before', OPTIONAL), bigint('on_hand_after', OPTIONAL)],
  ],
  checks: { stock_sheet_lines_quantity_check: 'quantity >= 0' },
  references: { sheet_id: { to: 'stock_sheets.id', onDelete: 'CASCADE' }, product_id: 'products.id' },
});

/** Sheets on which staff take in deliveries and count sections, and the sheet of each line of the stock ledger. */
export class StockSheets1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(STOCK_SHEETS);
    await runner.createTable(STOCK_SHEET_LINES);
    // Both databases add a column in place. TypeORM would rebuild SQLite's table.
    await runner.query('ALTER TABLE stock_movements ADD COLUMN sheet_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stock_movements DROP COLUMN sheet_id');
    await runner.dropTable('stock_sheet_lines');
    await runner.dropTable('stock_sheets');
  }
}

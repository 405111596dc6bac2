import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, table, text } from './columns.js';

const INVOICES = table({
  name: 'invoices',
  columns: [id('order_id', KEY), text('number'), bigint('made_at'), bigint('bytes'), text('sha256')],
  references: { order_id: 'orders.id' },
  uniques: { invoices_number_key: ['number'] },
  checks: { invoices_bytes_check: 'bytes > 0' },
});

export class Invoices1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(INVOICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(INVOICES);
  }
}

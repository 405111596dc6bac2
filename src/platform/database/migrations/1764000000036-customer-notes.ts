import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, table, text } from './columns.js';

const CUSTOMER_NOTES = table({
  name: 'customer_notes',
  columns: [id('id', KEY), id('customer_id'), id('author_id'), text('text'), bigint('created_at')],
  references: { customer_id: 'users.id', author_id: 'users.id' },
  indices: { customer_notes_customer_id_idx: ['customer_id', 'created_at', 'id'] },
});

export class CustomerNotes1764000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(CUSTOMER_NOTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('customer_notes');
  }
}

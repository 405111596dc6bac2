import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, id, KEY, table } from './columns.js';

const PICK_TICKS = table({
  name: 'pick_ticks',
  columns: [id('item_id', KEY), id('order_id'), id('by_id'), bigint('at')],
  references: {
    item_id: { to: 'order_items.id', onDelete: 'CASCADE' },
    order_id: { to: 'orders.id', onDelete: 'CASCADE' },
    by_id: 'users.id',
  },
  indices: { pick_ticks_order_id_idx: ['order_id'], pick_ticks_at_idx: ['at'] },
});

const CHANGES_BY_TIME = new TableIndex({
  name: 'order_status_changes_at_idx',
  columnNames: ['at', 'status', 'order_id'],
});

/** Adds the ticks of pick lists, and an index that finds what has happened to orders on a day. */
export class PickTicks1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(PICK_TICKS);
    await runner.createIndex('order_status_changes', CHANGES_BY_TIME);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('order_status_changes', CHANGES_BY_TIME);
    await runner.dropTable('pick_ticks');
  }
}

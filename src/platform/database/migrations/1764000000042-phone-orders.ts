import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, table } from './columns.js';

const DISMISSED_FIRST_STEPS = table({
  name: 'dismissed_first_steps',
  columns: [id('user_id', KEY), bigint('dismissed_at')],
  references: { user_id: 'users.id' },
});

/** Orders name the member of staff who took them, and accounts hide the first steps of a new store. */
export class PhoneOrders1764000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Accounts are never deleted: the column needs no constraint, for which SQLite's table would have to be rebuilt.
    await runner.query('ALTER TABLE orders ADD COLUMN taken_by uuid');
    await runner.createTable(DISMISSED_FIRST_STEPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('dismissed_first_steps');
    await runner.query('ALTER TABLE orders DROP COLUMN taken_by');
  }
}

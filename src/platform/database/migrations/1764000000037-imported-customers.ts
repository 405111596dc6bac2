import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, flag, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const IMPORT_CHANGES = table({
  name: 'import_changes',
  columns: [
    id('import_id', KEY),
    integer('line', KEY),
    text('subject'),
    flag('is_new'),
    text('changes'),
    text('notice', OPTIONAL),
  ],
  references: { import_id: { to: 'imports.id', onDelete: 'CASCADE' } },
});

const INVITATIONS = table({
  name: 'invitations',
  columns: [
    id('user_id', KEY),
    id('import_id', OPTIONAL),
    bigint('invited_at', OPTIONAL),
    id('invited_by', OPTIONAL),
    integer('times', { default: 0 }),
  ],
  references: {
    user_id: 'users.id',
    import_id: { to: 'imports.id', onDelete: 'SET NULL' },
    invited_by: 'users.id',
  },
  indices: { invitations_import_id_idx: ['import_id', 'invited_at'] },
});

/** Imports of customers, and the invitations of those who have no password yet. */
export class ImportedCustomers1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Both databases add a column in place. TypeORM would rebuild SQLite's table.
    await runner.query(`ALTER TABLE imports ADD COLUMN kind text NOT NULL DEFAULT 'products'`);
    await runner.createTable(IMPORT_CHANGES);
    await runner.createTable(INVITATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('invitations');
    await runner.dropTable('import_changes');
    await runner.query('ALTER TABLE imports DROP COLUMN kind');
  }
}

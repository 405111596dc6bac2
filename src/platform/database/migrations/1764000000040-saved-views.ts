import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, flag, id, integer, KEY, table, text } from './columns.js';

const SAVED_VIEWS = table({
  name: 'saved_views',
  columns: [
    id('id', KEY),
    id('owner_id'),
    text('table_name'),
    text('name'),
    text('name_key'),
    text('query'),
    flag('is_shared'),
    integer('version', { default: 1 }),
    bigint('created_at'),
  ],
  uniques: { saved_views_owner_table_name_key: ['owner_id', 'table_name', 'name_key'] },
  indices: { saved_views_table_name_idx: ['table_name', 'is_shared'] },
  references: { owner_id: 'users.id' },
});

export class SavedViews1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SAVED_VIEWS);
    // Names sort by code point, as in SQLite, whatever the database's own collation is.
    if (runner.dataSource.options.type === 'postgres')
      await runner.query('ALTER TABLE saved_views ALTER COLUMN name_key TYPE text COLLATE "C"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('saved_views');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, table, text } from './columns.js';

const IMPORT_COLUMNS = table({
  name: 'import_columns',
  columns: [
    id('owner_id', KEY),
    text('headings_sha256', KEY),
    text('columns'),
    text('fixed'),
    bigint('remembered_at'),
  ],
  references: { owner_id: { to: 'users.id', onDelete: 'CASCADE' } },
});

/** How the file of an import is read, and which column was which field in earlier files. */
export class ImportReadings1764000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Both databases add a column in place. TypeORM would rebuild SQLite's table.
    await runner.query(`ALTER TABLE imports ADD COLUMN reading_choice text NOT NULL DEFAULT '{}'`);
    await runner.query('ALTER TABLE imports ADD COLUMN reading text');
    await runner.query('ALTER TABLE imports ADD COLUMN faults text');
    await runner.createTable(IMPORT_COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('import_columns');
    await runner.query('ALTER TABLE imports DROP COLUMN faults');
    await runner.query('ALTER TABLE imports DROP COLUMN reading');
    await runner.query('ALTER TABLE imports DROP COLUMN reading_choice');
  }
}

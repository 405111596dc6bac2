import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KEY, table, text } from './columns.js';

const DATA_SETTINGS = table({
  name: 'data_settings',
  columns: [text('name', KEY), text('value')],
});

/** Settings that stored data depends on. The next start writes them: a migration knows no configuration. */
export class DataSettings1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(DATA_SETTINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(DATA_SETTINGS);
  }
}

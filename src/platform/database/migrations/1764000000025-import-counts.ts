import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Both databases add a column in place. TypeORM would rebuild SQLite's table. */
export class ImportCounts1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_rows ADD COLUMN counted bigint');
    await runner.query('ALTER TABLE import_rows ADD COLUMN on_hand_before bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_rows DROP COLUMN on_hand_before');
    await runner.query('ALTER TABLE import_rows DROP COLUMN counted');
  }
}

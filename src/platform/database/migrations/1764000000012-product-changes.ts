import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Both databases add a column in place. TypeORM would rebuild SQLite's table, and so lose the rows that reference it. */
export class ProductChanges1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE products ADD COLUMN changed_at bigint NOT NULL DEFAULT 0');
    await runner.query('UPDATE products SET changed_at = created_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE products DROP COLUMN changed_at');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products have other names, by which they are found. */
export class OtherNames1764000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE products ADD COLUMN other_names text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE products DROP COLUMN other_names');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A checked row of products says which fields it changes besides the rate and the stock. Rows of earlier checks say nothing of it. */
export class ChangesOfImportRows1764000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_rows ADD COLUMN changes text NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_rows DROP COLUMN changes');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders know the state of their delivery, by which the Indian GST is split. */
export class PlaceOfSupply1764000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders ADD COLUMN place_of_supply text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN place_of_supply');
  }
}

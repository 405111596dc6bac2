import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders of the system that the store used before have the number that they had there. */
export class PastOrders1764000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders ADD COLUMN reference text');
    await runner.query('CREATE UNIQUE INDEX orders_reference_key ON orders (reference)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX orders_reference_key');
    await runner.query('ALTER TABLE orders DROP COLUMN reference');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Both databases add a column in place. TypeORM would rebuild SQLite's tables, and so lose the rows that reference them. */
export class Amounts1764000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE products ADD COLUMN max_per_order bigint CONSTRAINT "products_max_per_order_check" CHECK (max_per_order > 0)',
    );
    await runner.query('ALTER TABLE cart_items ADD COLUMN unit_seen text');
    await runner.query(
      'UPDATE cart_items SET unit_seen = (SELECT p.unit_type FROM products p WHERE p.id = cart_items.product_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cart_items DROP COLUMN unit_seen');
    await runner.query('ALTER TABLE products DROP COLUMN max_per_order');
  }
}

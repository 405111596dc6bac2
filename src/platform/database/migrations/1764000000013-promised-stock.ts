import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores with each product what is promised: the goods of orders that are placed or packed and have not left. Both databases
 * add a column in place. TypeORM would rebuild SQLite's table, and so lose the rows that reference it.
 */
export class PromisedStock1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE products ADD COLUMN quantity_promised bigint NOT NULL DEFAULT 0
        CONSTRAINT "products_quantity_promised_check" CHECK (quantity_promised >= 0)`);
    await runner.query(`
      UPDATE products SET quantity_promised = promised.quantity
      FROM (
        SELECT i.product_id, CAST(sum(i.quantity) AS bigint) AS quantity
        FROM orders o JOIN order_items i ON i.order_id = o.id
        WHERE o.status IN ('placed', 'packed') GROUP BY i.product_id
      ) AS promised
      WHERE products.id = promised.product_id`);
    await runner.query('ALTER TABLE stock_movements ADD COLUMN counted bigint');
    await runner.query('ALTER TABLE imports ADD COLUMN counted integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN counted');
    await runner.query('ALTER TABLE stock_movements DROP COLUMN counted');
    await runner.query('ALTER TABLE products DROP COLUMN quantity_promised');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, table } from './columns.js';

const PRICE_HISTORY = table({
  name: 'price_history',
  columns: [id('product_id', KEY), bigint('at', KEY), bigint('rate_per_unit')],
  references: { product_id: 'products.id' },
});

/**
 * Each rate that a product has had is kept, with the time from which it held. A product that exists begins with its rate as
 * of its last change, since which it has held for certain.
 */
export class PriceHistory1764000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(PRICE_HISTORY);
    await runner.query(`
      INSERT INTO price_history (product_id, at, rate_per_unit)
      SELECT id, CASE WHEN changed_at > created_at THEN changed_at ELSE created_at END, rate_per_unit FROM products`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('price_history');
  }
}

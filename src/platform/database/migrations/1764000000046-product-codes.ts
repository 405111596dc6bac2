import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, id, KEY, table, text } from './columns.js';

const SKUS = new TableIndex({ name: 'products_sku_key', columnNames: ['sku'], isUnique: true });

const BARCODES = table({
  name: 'barcodes',
  columns: [text('code', KEY), id('product_id'), bigint('quantity')],
  checks: { barcodes_quantity_check: 'quantity > 0' },
  references: { product_id: 'products.id' },
  indices: { barcodes_product_id_idx: ['product_id'] },
});

/** Products have an article number of the store, and the barcodes of their packs. */
export class ProductCodes1764000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE products ADD COLUMN sku text');
    await runner.createIndex('products', SKUS);
    await runner.createTable(BARCODES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('barcodes');
    await runner.dropIndex('products', SKUS);
    await runner.query('ALTER TABLE products DROP COLUMN sku');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Products and sections have texts in the languages of the shop, and order lines the names on the day of the order. The cached
 * JSON of products, which ends without its brace, gets the names that no product has yet.
 */
export class TextsByLanguage1764000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE products ADD COLUMN texts text NOT NULL DEFAULT '{}'");
    await runner.query("ALTER TABLE sections ADD COLUMN texts text NOT NULL DEFAULT '{}'");
    await runner.query("ALTER TABLE order_items ADD COLUMN product_names text NOT NULL DEFAULT '{}'");
    // A quotation mark within a text is escaped: only the member itself matches.
    await runner.query(`UPDATE products SET card = card || ',"names":{}'
      WHERE card <> '' AND card NOT LIKE '%,"names":{%'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE order_items DROP COLUMN product_names');
    await runner.query('ALTER TABLE sections DROP COLUMN texts');
    await runner.query('ALTER TABLE products DROP COLUMN texts');
  }
}

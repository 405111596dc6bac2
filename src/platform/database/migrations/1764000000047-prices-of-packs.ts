import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As in `comparable-rate.ts`: the rate of a pack whose contents are known is compared by the kilogram, the litre or the piece. */
const RATE_ORDER = `(CASE COALESCE(net_unit, unit_type)
  WHEN 'kg' THEN 0 + rate_per_unit * 12
  WHEN 'g' THEN 0 + rate_per_unit * 12000000 / COALESCE(net_content, 1000)
  WHEN 'l' THEN 2000000000000000 + rate_per_unit * 12
  WHEN 'ml' THEN 2000000000000000 + rate_per_unit * 12000000 / COALESCE(net_content, 1000)
  WHEN 'piece' THEN 4000000000000000 + rate_per_unit * 12000 / COALESCE(net_content, 1000)
  WHEN 'dozen' THEN 4000000000000000 + rate_per_unit * 1
  WHEN 'pack' THEN 6000000000000000 + rate_per_unit * 12
  WHEN 'bunch' THEN 8000000000000000 + rate_per_unit * 12 END)`;

/** As in 1764000000032-comparable-rates.ts. */
const FORMER_RATE_ORDER = `(CASE unit_type
  WHEN 'kg' THEN 0 + rate_per_unit * 12
  WHEN 'g' THEN 0 + rate_per_unit * 12000
  WHEN 'l' THEN 2000000000000 + rate_per_unit * 12
  WHEN 'ml' THEN 2000000000000 + rate_per_unit * 12000
  WHEN 'piece' THEN 4000000000000 + rate_per_unit * 12
  WHEN 'dozen' THEN 4000000000000 + rate_per_unit * 1
  WHEN 'pack' THEN 6000000000000 + rate_per_unit * 12
  WHEN 'bunch' THEN 8000000000000 + rate_per_unit * 12 END)`;

const COLUMNS = {
  mrp: 'bigint CONSTRAINT "products_mrp_check" CHECK (mrp IS NULL OR rate_per_unit <= mrp)',
  net_content: 'bigint CONSTRAINT "products_net_content_check" CHECK (net_content > 0)',
  net_unit: `text CONSTRAINT "products_net_unit_check" CHECK (net_unit IN ('g', 'ml', 'piece'))`,
  card_version: 'integer NOT NULL DEFAULT 0',
};

/** Products have a maximum retail price and the contents of a pack. Their cached JSON has a version: see `ProductCards`. */
export class PricesOfPacks1764000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(COLUMNS))
      await runner.query(`ALTER TABLE products ADD COLUMN ${name} ${definition}`);
    await runner.query('DROP INDEX products_rate_idx');
    await runner.query(`CREATE INDEX products_rate_idx ON products (published, ${RATE_ORDER}, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX products_rate_idx');
    for (const name of Object.keys(COLUMNS).reverse())
      await runner.query(`ALTER TABLE products DROP COLUMN ${name}`);
    await runner.query(`CREATE INDEX products_rate_idx ON products (published, ${FORMER_RATE_ORDER}, id)`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rates of grams, millilitres and dozens are compared by the kilogram, the litre and the piece. Kinds of units follow one another. */
const RATE_ORDER = `(CASE unit_type
  WHEN 'kg' THEN 0 + rate_per_unit * 12
  WHEN 'g' THEN 0 + rate_per_unit * 12000
  WHEN 'l' THEN 2000000000000 + rate_per_unit * 12
  WHEN 'ml' THEN 2000000000000 + rate_per_unit * 12000
  WHEN 'piece' THEN 4000000000000 + rate_per_unit * 12
  WHEN 'dozen' THEN 4000000000000 + rate_per_unit * 1
  WHEN 'pack' THEN 6000000000000 + rate_per_unit * 12
  WHEN 'bunch' THEN 8000000000000 + rate_per_unit * 12 END)`;

/** Products are sorted by comparable rates. */
export class ComparableRates1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX products_rate_idx');
    await runner.query(`CREATE INDEX products_rate_idx ON products (published, ${RATE_ORDER}, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX products_rate_idx');
    await runner.query('CREATE INDEX products_rate_idx ON products (published, rate_per_unit, id)');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for the reports. Two existing indexes get the columns that reports sum or count, which avoids table lookups.
 * The index of waste contains no rows that a checkout writes.
 */
const UP = [
  'DROP INDEX orders_timestamp_idx',
  'CREATE INDEX orders_timestamp_idx ON orders (timestamp, id, status, total, user_id)',
  'DROP INDEX activity_days_day_idx',
  'CREATE INDEX activity_days_day_idx ON activity_days (day, user_id)',
  `CREATE INDEX stock_movements_waste_idx ON stock_movements (at, product_id, delta) WHERE reason = 'waste'`,
];

const DOWN = [
  'DROP INDEX stock_movements_waste_idx',
  'DROP INDEX activity_days_day_idx',
  'CREATE INDEX activity_days_day_idx ON activity_days (day)',
  'DROP INDEX orders_timestamp_idx',
  'CREATE INDEX orders_timestamp_idx ON orders (timestamp, id)',
];

export class Reports1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

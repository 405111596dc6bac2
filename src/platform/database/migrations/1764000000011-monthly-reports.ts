import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, id, KEY, table, text } from './columns.js';

const MONTHLY_REPORTS = table({
  name: 'monthly_reports',
  columns: [id('user_id', KEY), text('month', KEY), bigint('created_at')],
  references: { user_id: 'users.id' },
  indices: { monthly_reports_created_at_idx: ['created_at'] },
});

export class MonthlyReports1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(MONTHLY_REPORTS);
    await runner.createIndex(
      'reminders',
      new TableIndex({ name: 'reminders_created_at_idx', columnNames: ['created_at'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('reminders', 'reminders_created_at_idx');
    await runner.dropTable(MONTHLY_REPORTS);
  }
}

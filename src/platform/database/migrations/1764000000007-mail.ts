import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, date, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const TABLES = [
  table({
    name: 'mails',
    columns: [
      id('id', KEY),
      text('key'),
      text('kind'),
      id('user_id', OPTIONAL),
      text('address'),
      text('subject'),
      text('message_id'),
      bigint('created_at'),
      bigint('claimed_until', OPTIONAL),
      bigint('sent_at', OPTIONAL),
      bigint('refused_at', OPTIONAL),
      integer('attempts', { default: 0 }),
      text('last_error', OPTIONAL),
    ],
    references: { user_id: 'users.id' },
    uniques: { mails_key_key: ['key'] },
    checks: {
      mails_attempts_check: 'attempts >= 0',
      mails_outcome_check: 'sent_at IS NULL OR refused_at IS NULL',
    },
    indices: {
      mails_created_at_idx: ['created_at', 'id'],
      mails_kind_idx: ['kind', 'created_at', 'id'],
      mails_user_id_idx: ['user_id'],
    },
  }),
  table({
    name: 'reminders',
    columns: [id('user_id', KEY), date('day', KEY), bigint('created_at')],
    references: { user_id: 'users.id' },
  }),
  table({
    name: 'low_stock_alerts',
    columns: [
      id('event_id', KEY),
      id('product_id'),
      bigint('fell_at'),
      bigint('hour'),
      bigint('mailed_at', OPTIONAL),
    ],
    references: { product_id: 'products.id' },
    indices: { low_stock_alerts_open_idx: ['mailed_at', 'hour'] },
  }),
];

/** Written by hand: on SQLite, TypeORM adds a column by copying the table, which other tables reference. */
const PREFERENCES = {
  'better-sqlite3': [
    'ALTER TABLE users ADD COLUMN daily_reminder boolean NOT NULL DEFAULT (1)',
    'ALTER TABLE users ADD COLUMN monthly_report boolean NOT NULL DEFAULT (1)',
    'ALTER TABLE users ADD COLUMN chat_webhook text',
  ],
  postgres: [
    `ALTER TABLE users ADD COLUMN daily_reminder boolean NOT NULL DEFAULT true,
                       ADD COLUMN monthly_report boolean NOT NULL DEFAULT true,
                       ADD COLUMN chat_webhook text`,
  ],
};

export class Mail1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of TABLES) await runner.createTable(one);
    const type = runner.dataSource.options.type as keyof typeof PREFERENCES;
    for (const statement of PREFERENCES[type]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['chat_webhook', 'monthly_report', 'daily_reminder'])
      await runner.query(`ALTER TABLE users DROP COLUMN ${column}`);
    for (const one of [...TABLES].reverse()) await runner.dropTable(one);
  }
}

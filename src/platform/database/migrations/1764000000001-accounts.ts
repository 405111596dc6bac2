import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, date, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const TABLES = [
  table({
    name: 'users',
    columns: [
      id('id', KEY),
      text('username'),
      text('username_key'),
      text('email'),
      text('email_key'),
      text('display_name'),
      text('password_hash'),
      text('role'),
      text('status'),
      text('locale'),
      integer('token_version', { default: 0 }),
      bigint('last_activity', OPTIONAL),
      bigint('created_at'),
      integer('version', { default: 1 }),
    ],
    uniques: { users_username_key: ['username_key'], users_email_key: ['email_key'] },
    checks: {
      users_role_check: `role IN ('user', 'store_manager', 'admin')`,
      users_status_check: `status IN ('pending', 'approved', 'suspended')`,
    },
    indices: {
      users_role_status_idx: ['role', 'status'],
      users_last_activity_idx: ['last_activity'],
      users_created_at_idx: ['created_at'],
    },
  }),
  table({
    name: 'activity_days',
    columns: [id('user_id', KEY), date('day', KEY)],
    references: { user_id: 'users.id' },
    indices: { activity_days_day_idx: ['day'] },
  }),
  table({
    name: 'sessions',
    columns: [
      id('id', KEY),
      id('user_id'),
      text('user_agent'),
      text('address'),
      bigint('created_at'),
      bigint('last_used_at'),
      bigint('expires_at'),
      bigint('ended_at', OPTIONAL),
    ],
    references: { user_id: 'users.id' },
    indices: { sessions_user_id_idx: ['user_id', 'ended_at'], sessions_expires_at_idx: ['expires_at'] },
  }),
  table({
    name: 'refresh_tokens',
    columns: [text('token_hash', KEY), id('session_id'), bigint('created_at'), bigint('used_at', OPTIONAL)],
    references: { session_id: { to: 'sessions.id', onDelete: 'CASCADE' } },
    indices: { refresh_tokens_session_id_idx: ['session_id'] },
  }),
  table({
    name: 'password_resets',
    columns: [
      id('id', KEY),
      text('token_hash'),
      id('user_id'),
      bigint('created_at'),
      bigint('expires_at'),
      bigint('used_at', OPTIONAL),
    ],
    references: { user_id: 'users.id' },
    uniques: { password_resets_token_hash_key: ['token_hash'] },
    indices: { password_resets_user_id_idx: ['user_id'], password_resets_expires_at_idx: ['expires_at'] },
  }),
  table({
    name: 'sign_in_attempts',
    columns: [text('key', KEY), integer('failures'), bigint('blocked_until'), bigint('last_at')],
    checks: { sign_in_attempts_failures_check: 'failures >= 0' },
    indices: { sign_in_attempts_last_at_idx: ['last_at'] },
  }),
];

export class Accounts1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of TABLES) await runner.createTable(one);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of [...TABLES].reverse()) await runner.dropTable(one);
  }
}

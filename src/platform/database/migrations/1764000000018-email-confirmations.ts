import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, OPTIONAL, table, text } from './columns.js';

const CONFIRMATIONS = table({
  name: 'email_confirmations',
  columns: [
    id('id', KEY),
    id('user_id'),
    text('email'),
    text('email_key'),
    text('token_hash'),
    bigint('created_at'),
    bigint('expires_at'),
    bigint('closed_at', OPTIONAL),
    text('previous_email', OPTIONAL),
  ],
  references: { user_id: 'users.id' },
  uniques: { email_confirmations_token_hash_key: ['token_hash'] },
  indices: {
    email_confirmations_user_id_idx: ['user_id', 'created_at'],
    email_confirmations_email_key_idx: ['email_key', 'created_at'],
    email_confirmations_expires_at_idx: ['expires_at'],
  },
});

/** Accounts from before count as confirmed: the store has mailed to their addresses all along. */
export class EmailConfirmations1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD COLUMN email_confirmed_at bigint');
    await runner.query('UPDATE users SET email_confirmed_at = created_at');
    await runner.createTable(CONFIRMATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(CONFIRMATIONS);
    await runner.query('ALTER TABLE users DROP COLUMN email_confirmed_at');
  }
}

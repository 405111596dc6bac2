import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Both databases add a column in place. */
export class HeldMails1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mails ADD COLUMN held_at bigint');
    await runner.query('ALTER TABLE mails ADD COLUMN held_reason text');
    await runner.query('CREATE INDEX mails_held_at_idx ON mails (held_at) WHERE held_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mails_held_at_idx');
    await runner.query('ALTER TABLE mails DROP COLUMN held_reason');
    await runner.query('ALTER TABLE mails DROP COLUMN held_at');
  }
}

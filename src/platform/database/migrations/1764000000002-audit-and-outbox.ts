import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const TABLES = [
  table({
    name: 'audit_entries',
    columns: [
      id('id', KEY),
      id('actor_id', OPTIONAL),
      text('action'),
      text('subject_type'),
      text('subject_id', OPTIONAL),
      text('before', OPTIONAL),
      text('after', OPTIONAL),
      text('request_id', OPTIONAL),
      bigint('at'),
    ],
    references: { actor_id: 'users.id' },
    indices: {
      audit_entries_at_idx: ['at', 'id'],
      audit_entries_actor_id_idx: ['actor_id', 'at'],
      audit_entries_action_idx: ['action', 'at'],
      audit_entries_subject_idx: ['subject_type', 'subject_id', 'at'],
    },
  }),
  table({
    name: 'outbox_events',
    columns: [
      id('id', KEY),
      text('type'),
      text('subject'),
      text('payload'),
      bigint('created_at'),
      bigint('dispatched_at', OPTIONAL),
      bigint('completed_at', OPTIONAL),
      integer('attempts', { default: 0 }),
    ],
    checks: { outbox_events_attempts_check: 'attempts >= 0' },
    indices: {
      outbox_events_open_idx: ['completed_at', 'created_at'],
      outbox_events_subject_idx: ['subject', 'created_at'],
    },
  }),
];

/** The database itself keeps the log append-only, whatever the program does. */
const REFUSE_CHANGES = {
  'better-sqlite3': [
    `CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END`,
    `CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END`,
    // INSERT OR REPLACE deletes the existing row without firing the DELETE trigger.
    `CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries
       WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = new.id OR rowid = new.rowid)
       BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END`,
  ],
  postgres: [
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    `CREATE TRIGGER audit_entries_no_change BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ],
};

export class AuditAndOutbox1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of TABLES) await runner.createTable(one);
    const type = runner.dataSource.options.type as keyof typeof REFUSE_CHANGES;
    for (const statement of REFUSE_CHANGES[type]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of [...TABLES].reverse()) await runner.dropTable(one);
    if (runner.dataSource.options.type === 'postgres') await runner.query('DROP FUNCTION refuse_change()');
  }
}

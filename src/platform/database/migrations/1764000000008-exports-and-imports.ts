import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, flag, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

/** Columns of tasks that one process at a time runs under a lease. */
const CLAIMED = [integer('attempt', { default: 0 }), bigint('lease_until', OPTIONAL)];

const TABLES = [
  table({
    name: 'exports',
    columns: [
      id('id', KEY),
      id('owner_id'),
      text('kind'),
      text('parameters'),
      flag('with_bom'),
      text('status'),
      bigint('rows_done', { default: 0 }),
      bigint('rows_total', OPTIONAL),
      bigint('bytes', OPTIONAL),
      text('error', OPTIONAL),
      ...CLAIMED,
      bigint('created_at'),
      bigint('started_at', OPTIONAL),
      bigint('finished_at', OPTIONAL),
      bigint('expires_at', OPTIONAL),
    ],
    references: { owner_id: 'users.id' },
    checks: {
      exports_status_check: `status IN ('queued', 'running', 'done', 'failed', 'cancelled', 'expired')`,
      exports_done_check: `status <> 'done' OR (bytes IS NOT NULL AND expires_at IS NOT NULL)`,
    },
    indices: {
      exports_owner_id_idx: ['owner_id', 'created_at'],
      exports_created_at_idx: ['created_at', 'id'],
      exports_status_idx: ['status', 'expires_at'],
    },
  }),
  table({
    name: 'imports',
    columns: [
      id('id', KEY),
      id('owner_id'),
      text('file_name'),
      bigint('bytes'),
      text('sha256'),
      flag('dry_run'),
      text('status'),
      integer('percent', { default: 0 }),
      integer('rows_total', OPTIONAL),
      integer('added', { default: 0 }),
      integer('updated', { default: 0 }),
      integer('deliveries', { default: 0 }),
      integer('error_count', { default: 0 }),
      text('error', OPTIONAL),
      ...CLAIMED,
      bigint('created_at'),
      bigint('started_at', OPTIONAL),
      bigint('finished_at', OPTIONAL),
    ],
    references: { owner_id: 'users.id' },
    checks: {
      imports_status_check: `status IN ('queued', 'validating', 'applying', 'done', 'invalid', 'failed', 'cancelled')`,
      imports_percent_check: 'percent BETWEEN 0 AND 100',
      imports_invalid_check: `(status = 'invalid') = (error_count > 0)`,
    },
    indices: {
      imports_owner_id_idx: ['owner_id', 'created_at'],
      imports_created_at_idx: ['created_at', 'id'],
      imports_status_idx: ['status'],
    },
  }),
  table({
    name: 'import_errors',
    columns: [
      id('import_id', KEY),
      integer('position', KEY),
      integer('line'),
      text('column_name', OPTIONAL),
      text('code'),
      text('message'),
    ],
    references: { import_id: { to: 'imports.id', onDelete: 'CASCADE' } },
  }),
];

export class ExportsAndImports1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of TABLES) await runner.createTable(one);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of [...TABLES].reverse()) await runner.dropTable(one);
  }
}

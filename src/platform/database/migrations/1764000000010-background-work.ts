import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, id, KEY, OPTIONAL, table, text } from './columns.js';

const FAILURE = [bigint('failed_at', OPTIONAL), text('failure', OPTIONAL)].map(
  (column) => new TableColumn(column),
);

const SCHEDULE_RUNS = table({
  name: 'schedule_runs',
  columns: [text('schedule', KEY), bigint('due_at', KEY), bigint('created_at'), id('event_id', OPTIONAL)],
});

const OPEN = 'completed_at IS NULL AND failed_at IS NULL';

const INDEXES = [
  `outbox_events_new_idx ON outbox_events (created_at, id) WHERE ${OPEN} AND dispatched_at IS NULL`,
  `outbox_events_taken_idx ON outbox_events (dispatched_at) WHERE ${OPEN} AND dispatched_at IS NOT NULL`,
  `outbox_events_subject_idx ON outbox_events (subject, created_at, id) WHERE ${OPEN}`,
  `outbox_events_failed_idx ON outbox_events (failed_at) WHERE completed_at IS NULL AND failed_at IS NOT NULL`,
  `outbox_events_completed_idx ON outbox_events (completed_at) WHERE completed_at IS NOT NULL`,
];

const INDEXES_BEFORE = [
  'outbox_events_open_idx ON outbox_events (completed_at, created_at)',
  'outbox_events_subject_idx ON outbox_events (subject, created_at)',
];

export class BackgroundWork1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SCHEDULE_RUNS);
    await drop(runner, INDEXES_BEFORE);
    await runner.addColumns('outbox_events', FAILURE);
    await create(runner, INDEXES);
    // Events had no handlers before. Shoppers should not be notified of events from weeks ago.
    await runner.query('UPDATE outbox_events SET completed_at = created_at WHERE completed_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await drop(runner, INDEXES);
    await runner.dropColumns('outbox_events', FAILURE);
    await create(runner, INDEXES_BEFORE);
    await runner.dropTable(SCHEDULE_RUNS);
  }
}

async function create(runner: QueryRunner, indexes: readonly string[]): Promise<void> {
  for (const index of indexes) await runner.query(`CREATE INDEX ${index}`);
}

async function drop(runner: QueryRunner, indexes: readonly string[]): Promise<void> {
  for (const index of indexes) await runner.query(`DROP INDEX ${index.split(' ', 1).join('')}`);
}

import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, id, KEY, OPTIONAL, table, text } from './columns.js';

const FAILURE = [bigint('failed_at', OPTIONAL), text('failure', OPTIONAL)].map(
  (column) => new TableColumn(column),
);

const SCHEDULE_RUNS = table({
  name: 'schedule_runs',
  columns: [text('schedule', KEY), bigint('due_at', KEY), bigint('created_at'), id('event_id', OPTIONAL)],
});

const openIndex = (...columnNames: string[]): TableIndex =>
  new TableIndex({ name: 'outbox_events_open_idx', columnNames });

export class BackgroundWork1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SCHEDULE_RUNS);
    await runner.dropIndex('outbox_events', 'outbox_events_open_idx');
    await runner.addColumns('outbox_events', FAILURE);
    await runner.createIndex(
      'outbox_events',
      openIndex('completed_at', 'failed_at', 'dispatched_at', 'created_at'),
    );
    // Nobody worked on events before. A shopper is not told of what happened weeks ago.
    await runner.query('UPDATE outbox_events SET completed_at = created_at WHERE completed_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox_events', 'outbox_events_open_idx');
    await runner.dropColumns('outbox_events', FAILURE);
    await runner.createIndex('outbox_events', openIndex('completed_at', 'created_at'));
    await runner.dropTable(SCHEDULE_RUNS);
  }
}

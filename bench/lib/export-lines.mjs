/*
 * Exports all order lines as the store's job does, in a process of its own, and reports speed and memory. EXPORT is
 * JSON: {dataDir, databaseUrl?}. It needs the store built and, on SQLite, stopped.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../dist/platform/common/clock.js';
import { openDatabase } from '../../dist/platform/database/open-database.js';
import { sql } from '../../dist/platform/database/transaction.js';
import { ENTITIES } from '../../dist/app/entities.js';
import { ExportRegistry } from '../../dist/platform/exports/export-registry.js';
import { RunExport } from '../../dist/platform/exports/run-export.js';
import { TaskFiles } from '../../dist/platform/background-tasks/task-files.js';
import { TaskLeases } from '../../dist/platform/background-tasks/task-leases.js';
import { TaskRunner } from '../../dist/platform/background-tasks/task-runner.js';
import { ChangeSignals } from '../../dist/platform/realtime/change-signals.js';
import { OrderExports } from '../../dist/orders/admin/order-exports.js';
import { measureWork } from './measure-work.mjs';
import { reportReady } from './processes/ready-line.mjs';

const target = JSON.parse(process.env.EXPORT);
const database = await openDatabase({ ...target, entities: ENTITIES });
const clock = new Clock();
const leases = new TaskLeases(database, clock);
const sources = new ExportRegistry();
new OrderExports(sources, database).onModuleInit();
const runner = new TaskRunner(database, leases, clock, new ChangeSignals({}));
const action = new RunExport(database, runner, sources, new TaskFiles(target), clock);

const id = randomUUID();
await database.write(sql`
  INSERT INTO exports (id, owner_id, kind, parameters, with_bom, status, created_at)
  SELECT CAST(${id} AS ${database.dialect.name === 'sqlite' ? sql`text` : sql`uuid`}), u.id, 'order-lines', '{}', FALSE, 'queued', 0
  FROM users u ORDER BY u.id LIMIT 1`);
const metrics = await measureWork(async () => {
  await action.run(id);
  const row = await database.read.row(sql`SELECT rows_done FROM exports WHERE id = ${id}`);
  return row.rows_done;
});
await database.close();
reportReady(metrics);

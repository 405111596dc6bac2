/*
 * The floor under an event. Its row is written together with the others, then read and marked as done in its own
 * commit. The driver does so directly, as durably as the store. On PostgreSQL, the number of connections is the
 * concurrency of a worker. JOBS is JSON: {dataDir, databaseUrl?, redisUrl?}. The store is stopped.
 */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { newId } from '../../dist/platform/common/id.js';
import { QUEUES } from '../../dist/platform/queues/queues.js';
import { jobsPerRound, QUEUE_NAME, SINGLE_JOBS, WARM_UP_JOBS } from '../lib/job-sizes.mjs';
import { measureWork } from '../lib/measure-work.mjs';
import { measureLatencies } from '../lib/measure-latencies.mjs';
import { reportReady } from '../lib/processes/ready-line.mjs';

const COLUMNS = ['id', 'type', 'subject', 'payload', 'created_at'];
const READ = 'SELECT id, type, payload FROM outbox_events WHERE id = $1 AND completed_at IS NULL';
const COMPLETE = 'UPDATE outbox_events SET completed_at = $1 WHERE id = $2 AND completed_at IS NULL';
const CLEAR = `DELETE FROM outbox_events WHERE type = 'orders.floor'`;

const target = JSON.parse(process.env.JOBS);
const connections = target.databaseUrl === undefined ? onSqlite() : await onPostgres();
const [{ run }] = connections;

await workOn(WARM_UP_JOBS);
const metrics = await measureWork(() => workOn(jobsPerRound(target)));
const latencies = await measureLatencies(SINGLE_JOBS, () => workOn(1));
await run(CLEAR, []);
for (const { end } of connections) await end();
reportReady({ ...metrics, ...latencies });

async function workOn(count) {
  const ids = Array.from({ length: count }, newId);
  await run(insertOf(count), ids.flatMap(rowOf));
  await Promise.all(connections.map(({ run: query }) => completeAll(query, ids)));
  return count;
}

async function completeAll(query, ids) {
  for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
    await query(READ, [id]);
    await query(COMPLETE, [Date.now(), id]);
  }
}

function rowOf(id) {
  return [id, 'orders.floor', `order:${id}`, JSON.stringify({ orderId: id }), Date.now()];
}

function insertOf(count) {
  const row = (i) => `(${COLUMNS.map((_, column) => `$${i * COLUMNS.length + column + 1}`).join(', ')})`;
  const rows = Array.from({ length: count }, (_, i) => row(i));
  return `INSERT INTO outbox_events (${COLUMNS.join(', ')}) VALUES ${rows.join(', ')}`;
}

function onSqlite() {
  const connection = new BetterSqlite3(join(target.dataDir, 'store.sqlite'));
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const statements = new Map();
  const run = async (text, values) => {
    const statement = statements.get(text) ?? connection.prepare(text.replace(/\$\d+/g, '?'));
    statements.set(text, statement);
    return statement.reader ? statement.all(...values) : statement.run(...values);
  };
  return [{ run, end: async () => connection.close() }];
}

async function onPostgres() {
  return Promise.all(
    Array.from({ length: QUEUES[QUEUE_NAME].concurrency }, async () => {
      const client = new pg.Client({ connectionString: target.databaseUrl });
      await client.connect();
      return { run: (text, values) => client.query(text, values), end: () => client.end() };
    }),
  );
}

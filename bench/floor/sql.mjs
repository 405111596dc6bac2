/*
 * The floor under a checkout: a bare loop of the same statements through the driver, with the same durability and
 * concurrency. FLOOR is JSON: {dataDir | databaseUrl, shoppers: [{userId, sessionId}], products, seconds}.
 */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { pickThree } from '../lib/checkout-load.mjs';
import { CONCURRENCY } from '../lib/load.mjs';
import { percentile } from '../lib/statistics.mjs';
import { reportReady } from '../lib/processes/ready-line.mjs';
import { checkout } from './checkout.mjs';

const floor = JSON.parse(process.env.FLOOR);
const dialect = floor.databaseUrl === undefined ? 'sqlite' : 'postgres';
const latencies = [];
const cpuBefore = process.cpuUsage();
const deadline = Date.now() + floor.seconds * 1000;
const startedAt = performance.now();
const workers = dialect === 'sqlite' ? await sqliteWorkers() : await postgresWorkers();
await Promise.all(workers.map((run, i) => loop(run, i)));
const seconds = (performance.now() - startedAt) / 1000;
const cpu = process.cpuUsage(cpuBefore);
for (const { end } of workers) await end();
reportReady({
  perSecond: latencies.length / seconds,
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
  done: latencies.length,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
});

async function loop({ run, exclusively }, i) {
  while (Date.now() < deadline) {
    const started = performance.now();
    const flow = { dialect, ...floor.shoppers[i], products: pickThree(floor.products) };
    await exclusively(() => checkout(run, flow));
    latencies.push(performance.now() - started);
  }
}

/** Shares one connection, which makes flows run one at a time, as SQLite does. */
async function sqliteWorkers() {
  const connection = new BetterSqlite3(join(floor.dataDir, 'store.sqlite'));
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const statements = new Map();
  const run = async (text, values) => {
    let statement = statements.get(text);
    if (statement === undefined) statements.set(text, (statement = connection.prepare(text)));
    return statement.reader ? statement.all(...values) : statement.run(...values);
  };
  let last = Promise.resolve();
  const exclusively = (work) => (last = last.then(work));
  return Array.from({ length: CONCURRENCY }, () => ({ run, exclusively, end: async () => undefined }));
}

async function postgresWorkers() {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  return Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      const client = new pg.Client({ connectionString: floor.databaseUrl });
      await client.connect();
      const texts = new Map();
      const run = async (text, values) => {
        if (!texts.has(text)) texts.set(text, numbered(text));
        return (await client.query(texts.get(text), values)).rows;
      };
      return { run, exclusively: (work) => work(), end: () => client.end() };
    }),
  );
}

function numbered(text) {
  let n = 0;
  return text.replace(/\?/g, () => `$${++n}`);
}

/*
 * Measures the reports on two years of orders and on six weeks of them:
 *   node bench/reports.mjs [--orders 100000] [--engine SQLite|PostgreSQL]
 * Each report is read as the API reads it, without HTTP, several times in turn. The table shows the fastest run, and
 * the CPU time of this process.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildServerIfNeeded } from '../scripts/lib/build/build.mjs';
import { findPostgres } from '../scripts/lib/test/engines.mjs';
import { startCluster } from '../scripts/lib/test/postgres-cluster.mjs';
import { printTable } from './lib/statistics.mjs';
import { print } from '../scripts/lib/terminal.mjs';

const { values } = parseArgs({
  options: { orders: { type: 'string', default: '100000' }, engine: { type: 'string' } },
});
await buildServerIfNeeded();
const { Config } = await import('../dist/platform/config/config.js');
const { Environment } = await import('../dist/platform/config/environment.js');
const { openDatabase } = await import('../dist/platform/database/open-database.js');
const { Dice } = await import('../dist/demo/seeded-random.js');
const { ENTITIES } = await import('../dist/app/entities.js');
const { EngagementReport } = await import('../dist/reports/engagement/engagement-report.js');
const { MonthlyReportData } = await import('../dist/reports/monthly/monthly-report-data.js');
const { SalesReport } = await import('../dist/reports/sales/sales-report.js');
const { StockReport } = await import('../dist/reports/stock/stock-report.js');
const { sql } = await import('../dist/platform/database/transaction.js');
const { insertStoreData } = await import('./lib/store-data.mjs');

const ROUNDS = 5;
const UNTIL = Date.parse('2026-07-01T00:00:00Z');
const SIZE = { orders: Number(values.orders), days: 730, until: UNTIL, shoppers: 5000, products: 3000 };
const RANGES = {
  'two years': { from: '2024-07-02', to: '2026-06-30' },
  'six weeks': { from: '2026-05-20', to: '2026-06-30' },
};
const SECRET = 'a secret of the benchmark with 32 characters';
/** A time zone with clock changes, because they cost extra work. */
const TIME_ZONE = 'Europe/Berlin';

function reportsOn(database) {
  const config = new Config(Environment.parse({ JWT_SECRET: SECRET, STORE_TIME_ZONE: TIME_ZONE }));
  const clock = { now: () => UNTIL };
  const sales = new SalesReport(database, config);
  const stock = new StockReport(database, clock, config);
  const engagement = new EngagementReport(database, clock, config);
  return {
    sales,
    stock,
    engagement,
    monthly: new MonthlyReportData(database, config, sales, stock, engagement),
  };
}

function measures({ sales, stock, engagement, monthly }, range, shopper) {
  const engagementQuery = { ...range, dormantDays: 30, limit: 20 };
  return {
    ...Object.fromEntries(
      ['day', 'hour', 'section', 'product'].map((groupBy) => [
        `sales by ${groupBy}`,
        () => sales.read({ ...range, groupBy, limit: 20 }),
      ]),
    ),
    'stock, 28 days of sales': () => stock.read({ ...range, salesDays: 28, bestBeforeDays: 7, limit: 20 }),
    'engagement, by registration': () => engagement.read({ ...engagementQuery, cohortBy: 'registration' }),
    'engagement, by first order': () => engagement.read({ ...engagementQuery, cohortBy: 'first-order' }),
    'one shopper’s month': () => monthly.shopper(shopper, '2026-06'),
    'the store’s month': () => monthly.store('2026-06'),
  };
}

/**
 * Returns the shortest time of some rounds and the least CPU time of this process. On SQLite, this process uses all
 * the CPU time there is.
 */
async function fastest(read) {
  const [wall, cpu] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    await read();
    wall.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return [Math.min(...wall), Math.min(...cpu)].map((milliseconds) => milliseconds.toFixed(0));
}

async function measure(databaseUrl) {
  const dataDir = await mkdtemp(join(tmpdir(), 'grocery-store-bench-'));
  const database = await openDatabase({ databaseUrl, dataDir, entities: ENTITIES });
  try {
    const rows = await insertStoreData(database, SIZE, new Dice(1));
    print(`${rows.orders} orders, ${rows.lines} lines, ${rows.activeDays} active days`);
    // PostgreSQL's autovacuum does this in time; SQLite never needs it.
    if (databaseUrl !== undefined) await database.write(sql`ANALYZE`);
    const [shopper] = await database.read.rows(
      sql`SELECT user_id AS id FROM orders ORDER BY timestamp DESC LIMIT 1`,
    );
    const reports = reportsOn(database);
    const rowOf = new Map();
    for (const range of Object.values(RANGES)) {
      for (const [report, read] of Object.entries(measures(reports, range, shopper.id))) {
        rowOf.set(report, [...(rowOf.get(report) ?? [report]), ...(await fastest(read))]);
      }
    }
    printTable(['ms', ...Object.keys(RANGES).flatMap((name) => [name, 'CPU'])], [...rowOf.values()]);
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (values.engine !== 'PostgreSQL') {
  print('\nSQLite');
  await measure(undefined);
}
const programs = findPostgres();
if (values.engine !== 'SQLite' && programs !== undefined) {
  print('\nPostgreSQL');
  const cluster = await startCluster(programs);
  try {
    await measure(cluster.url);
  } finally {
    await cluster.stop();
  }
}

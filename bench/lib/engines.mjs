import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgres } from '../../scripts/lib/engines.mjs';
import { startCluster } from '../../scripts/lib/postgres-cluster.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';
import { startProgram } from './process.mjs';

export const PRODUCTS = 5000;

/** The databases to measure on, each with the store's large demo range in a temporary folder. */
export async function openEngines(wanted) {
  const programs = findPostgres();
  const engines = wanted === 'PostgreSQL' ? [] : [await openEngine('SQLite')];
  if (wanted === 'SQLite') return engines;
  if (programs === undefined) console.log('PostgreSQL not found: measured on SQLite alone.');
  else engines.push(await openPostgres(programs));
  return engines;
}

async function openPostgres(programs) {
  const cluster = await startCluster(programs);
  const engine = await openEngine('PostgreSQL', { DATABASE_URL: cluster.url });
  return { ...engine, close: () => engine.close().then(() => cluster.stop()) };
}

async function openEngine(name, database = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'grocery-store-bench-'));
  const env = { DATA_DIR: dataDir, DEMO: 'off', RATE_LIMITS: 'off', LOG_LEVEL: 'warn', ...database };
  await promisify(execFile)(
    process.execPath,
    [inRoot('dist/demo/demo-cli.js'), '--products', String(PRODUCTS)],
    {
      env: { PATH: process.env.PATH, ...env },
    },
  );
  return {
    name,
    dataDir,
    databaseUrl: database.DATABASE_URL,
    startStore: (more = {}) => startProgram([inRoot('dist/main.js')], { ...env, ...more, PORT: '0' }),
    close: () => rm(dataDir, { recursive: true, force: true }),
  };
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgres, findRedis } from '../../../scripts/lib/test/engines.mjs';
import { startCluster } from '../../../scripts/lib/test/postgres-cluster.mjs';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { print } from '../../../scripts/lib/terminal.mjs';
import { startProgram } from './process.mjs';
import { startTemporaryRedis } from './redis.mjs';

export const PRODUCTS = 5000;

/** Opens the databases to measure on, each with the store's large demo catalog in a temporary folder. */
export async function openEngines(requested) {
  const programs = findPostgres();
  const engines = requested === 'PostgreSQL' ? [] : [await openEngine('SQLite')];
  if (requested === 'SQLite') return engines;
  if (programs === undefined) print('PostgreSQL not found: measuring on SQLite only.');
  else engines.push(await openPostgres(programs));
  return engines;
}

/** Opens PostgreSQL as several processes would use it: with the cache in Redis, if there is one. */
async function openPostgres(programs) {
  const cluster = await startCluster(programs);
  const program = findRedis();
  if (program === undefined) print('Redis not found: measuring PostgreSQL without it.');
  const redis = program === undefined ? undefined : await startTemporaryRedis(program);
  const engine = await openEngine(redis === undefined ? 'PostgreSQL' : 'PostgreSQL and Redis', {
    DATABASE_URL: cluster.url,
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
  });
  const close = async () => {
    await engine.close();
    await redis?.stop();
    await cluster.stop();
  };
  return { ...engine, close };
}

async function openEngine(name, database = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'grocery-store-bench-'));
  const env = { DATA_DIR: dataDir, DEMO: 'off', RATE_LIMITS: 'off', LOG_LEVEL: 'warn', ...database };
  await promisify(execFile)(
    process.execPath,
    [inRoot('dist/bundle/demo.js'), '--products', String(PRODUCTS)],
    {
      env: { PATH: process.env.PATH, ...env },
    },
  );
  const startStore = (overrides = {}) =>
    startProgram([inRoot('dist/bundle/main.js')], { ...env, ...overrides, PORT: '0' });
  return {
    name,
    dataDir,
    databaseUrl: database.DATABASE_URL,
    /** Starts the store in one process. */
    startStore,
    /** Starts the store as it is deployed on this engine. */
    startDeployed: () => (database.REDIS_URL === undefined ? startStore() : startApiAndWorker(env)),
    close: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/**
 * Starts the processes of docker-compose.yml: one that serves and one that works. Their CPU time and memory are added
 * up.
 */
async function startApiAndWorker(env) {
  const api = await startProgram([inRoot('dist/bundle/main.js')], { ...env, ROLE: 'api', PORT: '0' });
  const worker = await startProgram(
    [inRoot('dist/bundle/worker.js')],
    { ...env, ROLE: 'worker' },
    /at work/,
  ).catch((error) => api.stop().then(() => Promise.reject(error)));
  return {
    ...api,
    cpuSeconds: () => api.cpuSeconds() + worker.cpuSeconds(),
    residentMebibytes: () => api.residentMebibytes() + worker.residentMebibytes(),
    stop: async () => void (await Promise.all([api.stop(), worker.stop()])),
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostgres, findRedis } from '../test/engines.mjs';
import { freePort, startCluster as startPostgres } from '../test/postgres-cluster.mjs';
import { CACHE, QUEUE, startRedis } from '../test/redis-server.mjs';
import { ROOT, inRoot } from '../root.mjs';
import { run } from '../run.mjs';
import { NotStarted, readinessOf, waitForStart } from '../wait-for-start.mjs';

/** A process ends by itself within ten seconds, and later on a busy machine. */
const STOP_TIMEOUT_S = 60;

/**
 * Thrown if a required program is not installed or a process of the cluster did not start. The message is meant for
 * the terminal.
 */
export class ClusterFailed extends Error {}

/**
 * A process of the store.
 *
 * @typedef {object} Member
 * @property {string} name `api`, `worker-1`, …
 * @property {number} pid
 * @property {() => boolean} isRunning
 * @property {() => number} outputLength number of characters that it has printed
 * @property {(signal?: NodeJS.Signals) => Promise<number | string>} end asks it to end, or kills it with SIGKILL;
 * resolves to its exit code or signal
 * @property {Promise<number | string>} exited resolves when it has exited, in whatever way
 */

/**
 * Starts the store of docker-compose.yml as plain processes: PostgreSQL, two Redis servers, one API process and some
 * workers. All data is in a temporary folder that is removed on stop.
 *
 * @param {object} [options]
 * @param {number} [options.port] where the store listens; a free port by default
 * @param {number} [options.workers]
 * @param {Record<string, string>} [options.env] further variables for the processes of the store
 * @param {(name: string, text: string) => void} [options.print] receives the output of the processes
 * @param {AbortSignal} [options.signal] aborts the start and stops what has started
 */
export async function startCluster({ port, workers = 2, env = {}, print = () => {}, signal } = {}) {
  const programs = requiredPrograms();
  const undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'grocery-store-cluster-'));
    undo.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
    const storeEnv = { ...(await startEngines(programs, folder, undo)), ...env };
    signal?.throwIfAborted();
    await migrate(storeEnv);
    const apiPort = port ?? (await freePort());
    const member = (name, script, extraEnv) => {
      const started = startMember(name, script, { ...storeEnv, ...extraEnv }, print);
      undo.push(() => started.end());
      return started;
    };
    const startWorker = (name) => member(name, 'dist/bundle/worker.js', { ROLE: 'worker' });
    const workerMembers = Array.from({ length: workers }, (_, i) => startWorker(`worker-${i + 1}`));
    const api = member('api', 'dist/bundle/main.js', { ROLE: 'api', PORT: String(apiPort) });
    const url = `http://127.0.0.1:${apiPort}`;
    await waitUntilReady(url, [api, ...workerMembers], signal);
    return { url, env: storeEnv, api, workers: workerMembers, startWorker, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Returns true if this machine has the programs that a cluster needs. */
export function hasClusterPrograms() {
  return findPostgres() !== undefined && findRedis() !== undefined;
}

function requiredPrograms() {
  const postgres = findPostgres();
  if (postgres === undefined)
    throw new ClusterFailed('PostgreSQL is missing: no initdb and postgres in PATH.');
  const redis = findRedis();
  if (redis === undefined) throw new ClusterFailed('Redis is missing: no redis-server in PATH.');
  return { postgres, redis };
}

/** Starts PostgreSQL and both Redis servers. Returns the environment variables with their URLs. */
async function startEngines({ postgres, redis }, folder, undo) {
  const dataDir = join(folder, 'data');
  const [queueDir, cacheDir] = [join(folder, 'queue'), join(folder, 'cache')];
  for (const path of [dataDir, queueDir, cacheDir]) await mkdir(path);
  const database = await startPostgres(postgres);
  undo.push(database.stop);
  const queue = await startRedis(redis, { port: await freePort(), folder: queueDir, settings: QUEUE });
  undo.push(queue.stop);
  const cache = await startRedis(redis, { port: await freePort(), folder: cacheDir, settings: CACHE });
  undo.push(cache.stop);
  return {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    REDIS_URL: queue.url,
    CACHE_REDIS_URL: cache.url,
    HOST: '127.0.0.1',
  };
}

async function migrate(env) {
  const { code, output } = await run(process.execPath, [inRoot('dist', 'bundle', 'admin.js'), 'migrate'], {
    quiet: true,
    env,
  });
  if (code !== 0) throw new ClusterFailed(`Migration failed:\n${output.trimEnd()}`);
}

/** @returns {Member} */
function startMember(name, script, env, print) {
  const endWithParent = inRoot('test', 'support', 'servers', 'end-with-parent.mjs');
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', endWithParent, script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk.length;
      print(name, String(chunk));
    });
  }
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal = 'SIGTERM') => {
    if (isRunning()) child.kill(signal);
    const killTimer = new AbortController();
    const forcedKill = sleep(STOP_TIMEOUT_S * 1000, undefined, { signal: killTimer.signal })
      .then(() => child.kill('SIGKILL'))
      .catch(() => undefined);
    await Promise.race([exited, forcedKill]);
    killTimer.abort();
    return exited;
  };
  return { name, pid: child.pid, isRunning, outputLength: () => printed, exited, end };
}

/** Waits until the store is ready. Throws if one of its processes exits before that, or no longer makes progress. */
async function waitUntilReady(url, members, signal) {
  try {
    await waitForStart({ state: () => readinessOf(url), processes: members, signal });
  } catch (error) {
    throw error instanceof NotStarted ? new ClusterFailed(error.message) : error;
  }
}

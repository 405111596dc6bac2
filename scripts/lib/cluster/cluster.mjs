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

const SECONDS_TO_START = 60;
const SECONDS_TO_STOP = 15;

/** A program that the cluster needs is not installed, or one of its processes did not start. The message is a sentence. */
export class ClusterFailed extends Error {}

/**
 * One process of the store.
 *
 * @typedef {object} Member
 * @property {string} name `api`, `worker-1`, …
 * @property {number} pid
 * @property {() => boolean} isRunning
 * @property {(signal?: NodeJS.Signals) => Promise<number | string>} end asks it to end, or kills it with SIGKILL; gives its
 *   exit code or signal
 * @property {Promise<number | string>} ended when it has ended, in whatever way
 */

/**
 * The store as docker-compose.yml has it, as plain processes: PostgreSQL, a Redis for the queue and one for the cache, one
 * process that serves HTTP and some that work. All that they keep is in a temporary folder, and gone when it is stopped.
 *
 * @param {object} [options]
 * @param {number} [options.port] where the store listens; a free port where there is none
 * @param {number} [options.workers]
 * @param {Record<string, string>} [options.env] more for the processes of the store
 * @param {(name: string, text: string) => void} [options.print] what becomes of what the processes print
 * @param {AbortSignal} [options.signal] breaks off the start, and takes back what has started
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
    const listening = port ?? (await freePort());
    const member = (name, script, more) => {
      const started = startMember(name, script, { ...storeEnv, ...more }, print);
      undo.push(() => started.end());
      return started;
    };
    const startWorker = (name) => member(name, 'dist/bundle/worker.js', { ROLE: 'worker' });
    const working = Array.from({ length: workers }, (_, i) => startWorker(`worker-${i + 1}`));
    const api = member('api', 'dist/bundle/main.js', { ROLE: 'api', PORT: String(listening) });
    const url = `http://127.0.0.1:${listening}`;
    await ready(url, [api, ...working], signal);
    return { url, env: storeEnv, api, workers: working, startWorker, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whether this machine has what a cluster stands on. */
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

/** Starts what the store stands on, and gives the variables that tell it where that is. */
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
  if (code !== 0) throw new ClusterFailed(`The schema could not be made:\n${output.trimEnd()}`);
}

/** @returns {Member} */
function startMember(name, script, env, print) {
  const endWithParent = inRoot('test', 'support', 'servers', 'end-with-parent.mjs');
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', endWithParent, script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => print(name, String(chunk)));
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal = 'SIGTERM') => {
    if (isRunning()) child.kill(signal);
    const patience = new AbortController();
    const tooLate = sleep(SECONDS_TO_STOP * 1000, undefined, { signal: patience.signal })
      .then(() => child.kill('SIGKILL'))
      .catch(() => undefined);
    await Promise.race([ended, tooLate]);
    patience.abort();
    return ended;
  };
  return { name, pid: child.pid, isRunning, ended, end };
}

/** Waits until the store serves, for as long as all of its processes run. */
async function ready(url, members, signal) {
  const deadline = Date.now() + SECONDS_TO_START * 1000;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    for (const { name, isRunning, ended } of members)
      if (!isRunning()) throw new ClusterFailed(`${name} ended with ${await ended} instead of starting.`);
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(50);
  }
  throw new ClusterFailed(`${url} was not ready after ${SECONDS_TO_START} s.`);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRedis } from '../scripts/lib/test/engines.mjs';
import { inRoot } from '../scripts/lib/root.mjs';
import { compare } from './lib/compare.mjs';
import { print } from '../scripts/lib/terminal.mjs';
import { startProgram } from './lib/processes/process.mjs';
import { startTemporaryRedis } from './lib/processes/redis.mjs';
import { signIn } from './lib/checkout-data.mjs';

const POLL_INTERVAL_MS = 20;
/** Memory is measured this long after the start, when the store is idle. */
const IDLE_SECONDS = 10;
/** Limits of the store on SQLite, which is what `npm start` runs. */
const EMBEDDED_LIMITS = { seconds: 2, mebibytes: 220 };

/**
 * Measures background work: on SQLite in the queue embedded in the process, on PostgreSQL in a Redis of its own. The
 * store is stopped.
 *
 * @returns {Promise<{ measures: object[], start?: { queue: string, secondsToReady: number, secondsToQueue: number,
 * mebibytes: number, limits?: { seconds: number, mebibytes: number } } }>}
 *   `start` describes the whole store with that queue; it is missing on PostgreSQL without Redis
 */
export async function measureJobs(engine, plan) {
  if (engine.databaseUrl === undefined)
    return measureOn(engine, { name: 'in-process queue', limits: EMBEDDED_LIMITS }, plan);
  const program = findRedis();
  if (program === undefined) {
    print('Redis not found: measuring jobs on the in-process queue only.');
    return { measures: [] };
  }
  const redis = await startTemporaryRedis(program);
  return measureOn(engine, { name: 'Redis', redisUrl: redis.url }, plan).finally(redis.stop);
}

async function measureOn(engine, { name, redisUrl, limits }, plan) {
  const { dataDir, databaseUrl } = engine;
  const run = (program) => async () => {
    const JOBS = JSON.stringify({ dataDir, databaseUrl, redisUrl });
    const { value, exited } = await startProgram([inRoot(program)], { JOBS });
    await exited;
    return JSON.parse(value);
  };
  const compareToFloor = (subject, floor, load) =>
    compare({ name: `${subject}, ${name}`, required: 0 }, plan, run(floor), run(load));
  return {
    start: { queue: name, limits, ...(await measureStart(engine, redisUrl)) },
    measures: [
      await compareToFloor('job', 'bench/floor/queue.mjs', 'bench/lib/queue-load.mjs'),
      await compareToFloor('event, written to done', 'bench/floor/outbox.mjs', 'bench/lib/outbox-load.mjs'),
    ],
  };
}

/**
 * Measures the time from process start until the store serves, the time until its queue is reachable, and the memory
 * ten seconds later.
 */
async function measureStart(engine, redisUrl) {
  const env = redisUrl === undefined ? {} : { REDIS_URL: redisUrl };
  const token = await withStore(engine, env, ({ value }) => signInAdmin(value, engine.dataDir));
  return withStore(engine, env, (store) => waitForQueue(store, token));
}

async function withStore(engine, env, work) {
  const store = await engine.startStore(env);
  try {
    return await work(store);
  } finally {
    await store.stop();
  }
}

async function signInAdmin(url, dataDir) {
  const { accounts, password } = JSON.parse(await readFile(join(dataDir, 'demo-accounts.json'), 'utf8'));
  const { username } = accounts.find(({ role }) => role === 'admin');
  return (await signIn(url, username, password)).token;
}

async function waitForQueue({ value: url, secondsToStart, residentMebibytes }, token) {
  const readyAt = performance.now();
  for (;;) {
    const response = await fetch(`${url}/api/v1/admin/jobs`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`GET /admin/jobs failed: ${await response.text()}`);
    if ((await response.json()).queuesReachable) break;
    await sleep(POLL_INTERVAL_MS);
  }
  const secondsToQueue = secondsToStart + (performance.now() - readyAt) / 1000;
  await sleep(IDLE_SECONDS * 1000);
  return { secondsToReady: secondsToStart, secondsToQueue, mebibytes: residentMebibytes() };
}

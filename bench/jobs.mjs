import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRedis } from '../scripts/lib/test/engines.mjs';
import { inRoot } from '../scripts/lib/root.mjs';
import { compare } from './lib/compare.mjs';
import { print } from '../scripts/lib/terminal.mjs';
import { startProgram } from './lib/process.mjs';
import { startTemporaryRedis } from './lib/redis.mjs';
import { signIn } from './lib/shoppers.mjs';

const MILLISECONDS_BETWEEN_LOOKS = 20;

/**
 * The work in the background: beside SQLite in the queue that is part of the process, beside PostgreSQL in a Redis of its
 * own. The store is stopped.
 *
 * @returns {Promise<{ measures: object[], start?: { queue: string, secondsToReady: number, secondsToQueue: number, mebibytes: number } }>}
 *   `start` is of the whole store with that queue; there is nothing where there is no Redis
 */
export async function measureJobs(engine, plan) {
  if (engine.databaseUrl === undefined) return measureOn(engine, { name: 'embedded queue' }, plan);
  const program = findRedis();
  if (program === undefined) {
    print('Redis not found: jobs are measured on the embedded queue alone.');
    return { measures: [] };
  }
  const redis = await startTemporaryRedis(program);
  return measureOn(engine, { name: 'Redis', redisUrl: redis.url }, plan).finally(redis.stop);
}

async function measureOn(engine, { name, redisUrl }, plan) {
  const { dataDir, databaseUrl } = engine;
  const run = (program) => async () => {
    const JOBS = JSON.stringify({ dataDir, databaseUrl, redisUrl });
    const { value, ended } = await startProgram([inRoot(program)], { JOBS });
    await ended;
    return JSON.parse(value);
  };
  const against = (what, floor, load) =>
    compare({ name: `${what}, ${name}`, asked: 0 }, plan, run(floor), run(load));
  return {
    start: { queue: name, ...(await measureStart(engine, redisUrl)) },
    measures: [
      await against('job', 'bench/floor/queue.mjs', 'bench/lib/queue-load.mjs'),
      await against('event, written to done', 'bench/floor/outbox.mjs', 'bench/lib/outbox-load.mjs'),
    ],
  };
}

/** From the start of the store's process until it serves, and until its queue answers; and its memory then. */
async function measureStart(engine, redisUrl) {
  const env = redisUrl === undefined ? {} : { REDIS_URL: redisUrl };
  const token = await withStore(engine, env, ({ value }) => tokenOfAdmin(value, engine.dataDir));
  return withStore(engine, env, (store) => untilQueueAnswers(store, token));
}

async function withStore(engine, env, work) {
  const store = await engine.startStore(env);
  try {
    return await work(store);
  } finally {
    await store.stop();
  }
}

async function tokenOfAdmin(url, dataDir) {
  const { accounts, password } = JSON.parse(await readFile(join(dataDir, 'demo-accounts.json'), 'utf8'));
  const { username } = accounts.find(({ role }) => role === 'admin');
  return (await signIn(url, username, password)).token;
}

async function untilQueueAnswers({ value: url, secondsToStart, residentMebibytes }, token) {
  const ready = performance.now();
  for (;;) {
    const answer = await fetch(`${url}/api/v1/admin/jobs`, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`The store does not tell of its jobs: ${await answer.text()}`);
    if ((await answer.json()).queuesReachable) break;
    await sleep(MILLISECONDS_BETWEEN_LOOKS);
  }
  return {
    secondsToReady: secondsToStart,
    secondsToQueue: secondsToStart + (performance.now() - ready) / 1000,
    mebibytes: residentMebibytes(),
  };
}

/*
 * The floor under a job: into the same engine and out of it again, and nothing else. On Redis that is LPUSH and
 * BRPOP, with as many consumers as the concurrency of a worker. In the process it is an array and one turn of the event
 * loop. JOBS is JSON: {redisUrl?}.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { QUEUES } from '../../dist/platform/queues/queues.js';
import { handOver } from '../lib/hand-over.mjs';
import { BATCH, jobsFor, LIKE, SINGLE_JOBS, WARM_UP } from '../lib/job-sizes.mjs';
import { measured } from '../lib/memory.mjs';
import { oneByOne } from '../lib/one-by-one.mjs';

const KEY = 'floor';
const { redisUrl } = JSON.parse(process.env.JOBS);
const { put, takers, end } = redisUrl === undefined ? inProcess() : onRedis();

await manyJobs(WARM_UP);
const metrics = await measured(() => manyJobs(jobsFor({ redisUrl })));
const latencies = await oneByOne(SINGLE_JOBS, (i) => Promise.all([put([String(i)]), takers[0]()]));
await end();
handOver({ ...metrics, ...latencies });

async function manyJobs(count) {
  await Promise.all([putMany(count), ...takers.map((take) => takeMany(take, count / takers.length))]);
  return count;
}

async function putMany(count) {
  for (let added = 0; added < count; added += BATCH)
    await put(Array.from({ length: BATCH }, (_, i) => String(added + i)));
}

async function takeMany(take, count) {
  for (let taken = 0; taken < count; taken++) await take();
}

function onRedis() {
  const producer = new Redis(redisUrl);
  const consumers = Array.from({ length: QUEUES[LIKE].concurrency }, () => new Redis(redisUrl));
  return {
    put: (jobs) => producer.lpush(KEY, ...jobs),
    takers: consumers.map((consumer) => () => consumer.brpop(KEY, 0)),
    end: async () => [producer, ...consumers].forEach((redis) => redis.disconnect()),
  };
}

function inProcess() {
  const jobs = [];
  const take = async () => {
    do await nextTurn();
    while (jobs.length === 0);
    return jobs.shift();
  };
  return { put: async (added) => jobs.push(...added), takers: [take], end: async () => undefined };
}

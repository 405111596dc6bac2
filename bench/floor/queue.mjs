/*
 * The floor under a job: into the same engine and out of it again, and nothing else. On Redis that is LPUSH and
 * BRPOP, with as many consumers as the concurrency of a worker. In the process it is an array and one turn of the event
 * loop. JOBS is JSON: {redisUrl?}.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { QUEUES } from '../../dist/platform/queues/queues.js';
import { reportReady } from '../lib/processes/ready-line.mjs';
import { BATCH_SIZE, jobsPerRound, QUEUE_NAME, SINGLE_JOBS, WARM_UP_JOBS } from '../lib/job-sizes.mjs';
import { measureWork } from '../lib/measure-work.mjs';
import { measureLatencies } from '../lib/measure-latencies.mjs';

const KEY = 'floor';
const { redisUrl } = JSON.parse(process.env.JOBS);
const { push, consumers, end } = redisUrl === undefined ? inProcess() : onRedis();

await manyJobs(WARM_UP_JOBS);
const metrics = await measureWork(() => manyJobs(jobsPerRound({ redisUrl })));
const latencies = await measureLatencies(SINGLE_JOBS, (i) =>
  Promise.all([push([String(i)]), consumers[0]()]),
);
await end();
reportReady({ ...metrics, ...latencies });

async function manyJobs(count) {
  await Promise.all([pushMany(count), ...consumers.map((pop) => popMany(pop, count / consumers.length))]);
  return count;
}

async function pushMany(count) {
  for (let added = 0; added < count; added += BATCH_SIZE)
    await push(Array.from({ length: BATCH_SIZE }, (_, i) => String(added + i)));
}

async function popMany(pop, count) {
  for (let popped = 0; popped < count; popped++) await pop();
}

function onRedis() {
  const producer = new Redis(redisUrl);
  const clients = Array.from({ length: QUEUES[QUEUE_NAME].concurrency }, () => new Redis(redisUrl));
  return {
    push: (jobs) => producer.lpush(KEY, ...jobs),
    consumers: clients.map((client) => () => client.brpop(KEY, 0)),
    end: async () => [producer, ...clients].forEach((redis) => redis.disconnect()),
  };
}

function inProcess() {
  const jobs = [];
  const pop = async () => {
    do await nextTurn();
    while (jobs.length === 0);
    return jobs.shift();
  };
  return { push: async (added) => jobs.push(...added), consumers: [pop], end: async () => undefined };
}

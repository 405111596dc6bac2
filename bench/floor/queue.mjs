/*
 * The floor under a job: into the same engine and out of it again, and nothing else. On Redis that is LPUSH and BRPOP, with
 * as many takers as a worker takes jobs at a time; in the process INSERT and DELETE in a bare PGlite, one at a time, since
 * what waits there waits in memory as well. JOBS is JSON: {redisUrl?}.
 */
import { PGlite } from '@electric-sql/pglite';
import { Redis } from 'ioredis';
import { QUEUES } from '../../dist/platform/queues/queues.js';
import { BATCH, jobsFor, LIKE, SINGLE_JOBS, WARM_UP } from '../lib/job-sizes.mjs';
import { measured } from '../lib/memory.mjs';
import { oneByOne } from '../lib/one-by-one.mjs';
import { handOver } from '../lib/hand-over.mjs';

const KEY = 'floor';
const { redisUrl } = JSON.parse(process.env.JOBS);
const { put, takers, end } = redisUrl === undefined ? await inProcess() : onRedis();

await manyJobs(WARM_UP);
const figures = await measured(() => manyJobs(jobsFor({ redisUrl })));
const latencies = await oneByOne(SINGLE_JOBS, (i) => Promise.all([put([String(i)]), takers[0]()]));
await end();
handOver({ ...figures, ...latencies });

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

/** PGlite runs statements in the order in which they come: what is taken has been put. */
async function inProcess() {
  const database = await PGlite.create();
  await database.exec('CREATE TABLE jobs (n bigserial PRIMARY KEY, job text NOT NULL)');
  return {
    put: (jobs) => database.query('INSERT INTO jobs (job) SELECT unnest($1::text[])', [jobs]),
    takers: [() => database.query('DELETE FROM jobs WHERE n = (SELECT min(n) FROM jobs) RETURNING job')],
    end: () => database.close(),
  };
}

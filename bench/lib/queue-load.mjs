/*
 * Puts jobs that do nothing through BullMQ, on the store's connection and with its settings, in a process of its own.
 * JOBS is JSON: {redisUrl?}. Without a Redis the jobs wait in this process.
 */
import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { queueConnection } from '../../dist/platform/queues/queue-connection.js';
import { jobOptions, workerOptions } from '../../dist/platform/queues/queues.js';
import { BATCH, jobsFor, LIKE, SINGLE_JOBS, WARM_UP } from './job-sizes.mjs';
import { measured } from './memory.mjs';
import { oneByOne } from './one-by-one.mjs';
import { handOver } from './hand-over.mjs';

const NAME = 'bench';
const job = (i) => ({ name: NAME, data: { eventId: String(i) }, opts: jobOptions(LIKE) });

const place = JSON.parse(process.env.JOBS);
const { connection, ready, close } = queueConnection(place);
await ready();
const queue = new Queue(NAME, { connection });
const worker = new Worker(NAME, async () => undefined, { connection, ...workerOptions(LIKE) });
await worker.waitUntilReady();

await manyJobs(WARM_UP);
const figures = await measured(() => manyJobs(jobsFor(place)));
const latencies = await oneByOne(SINGLE_JOBS, oneJob);
await worker.close();
await queue.close();
await close();
handOver({ ...figures, ...latencies });

async function manyJobs(count) {
  let left = count;
  const allDone = new Promise((resolve) => {
    worker.removeAllListeners('completed').on('completed', () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  for (let added = 0; added < count; added += BATCH)
    await queue.addBulk(Array.from({ length: BATCH }, (_, i) => job(added + i)));
  await allDone;
  return count;
}

/** From adding a job to its being marked as done. */
async function oneJob(i) {
  const done = once(worker, 'completed');
  const { name, data, opts } = job(i);
  await queue.add(name, data, opts);
  await done;
}

/*
 * Puts jobs that do nothing through the store's job queue, in a process of its own: BullMQ on Redis, or the
 * embedded queue. JOBS is JSON: {redisUrl?}.
 */
import 'reflect-metadata';
import { EventEmitter, once } from 'node:events';
import { WorkerHost } from '@nestjs/bullmq';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from '../../dist/platform/common/clock.js';
import { ClockModule } from '../../dist/platform/common/clock.module.js';
import { JobQueue } from '../../dist/platform/queues/job-queue.js';
import { ProcessesJobsOf } from '../../dist/platform/queues/processors.js';
import { QueuesModule } from '../../dist/platform/queues/queues.module.js';
import { reportReady } from './processes/ready-line.mjs';
import { BATCH_SIZE, jobsPerRound, QUEUE_NAME, SINGLE_JOBS, WARM_UP_JOBS } from './job-sizes.mjs';
import { measureWork } from './measure-work.mjs';
import { measureLatencies } from './measure-latencies.mjs';

const done = new EventEmitter();
class IdleProcessor extends WorkerHost {
  async process() {
    done.emit('job');
  }
}
class Program {}
// Stands for the decorators that TypeScript would compile.
Injectable()(IdleProcessor);
ProcessesJobsOf(QUEUE_NAME)(IdleProcessor);
Module({})(Program);

const target = JSON.parse(process.env.JOBS);
const imports = [ClockModule.with(new Clock()), QueuesModule.with(target.redisUrl)];
const program = { module: Program, imports, providers: [IdleProcessor] };
const app = await NestFactory.createApplicationContext(program, { logger: ['warn', 'error'] });
const queue = app.get(JobQueue);
queue.startWorkers();

let added = 0;
const jobs = (count) => Array.from({ length: count }, () => ({ id: `job-${added++}`, name: 'idle' }));

await manyJobs(WARM_UP_JOBS);
const metrics = await measureWork(() => manyJobs(jobsPerRound(target)));
const latencies = await measureLatencies(SINGLE_JOBS, oneJob);
await queue.close(5000);
await app.close();
reportReady({ ...metrics, ...latencies });

async function manyJobs(count) {
  let remaining = count;
  const allDone = new Promise((resolve) => {
    done.removeAllListeners('job').on('job', () => {
      remaining -= 1;
      if (remaining === 0) resolve();
    });
  });
  for (let i = 0; i < count; i += BATCH_SIZE) await queue.add(QUEUE_NAME, jobs(BATCH_SIZE));
  await allDone;
  return count;
}

/** Waits from adding a job until its processor is done. */
async function oneJob() {
  const finished = once(done, 'job');
  await queue.add(QUEUE_NAME, jobs(1));
  await finished;
}

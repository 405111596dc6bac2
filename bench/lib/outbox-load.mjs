/*
 * Writes events into the outbox and waits until they are processed by the store's own relay, queues and workers. The
 * handler does nothing. It runs in a process of its own. JOBS is JSON: {dataDir, databaseUrl?, redisUrl?}. The store
 * is stopped.
 */
import 'reflect-metadata';
import { EventEmitter } from 'node:events';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from '../../dist/platform/common/clock.js';
import { ClockModule } from '../../dist/platform/common/clock.module.js';
import { newId } from '../../dist/platform/common/id.js';
import { loadConfig } from '../../dist/platform/config/config.js';
import { ConfigModule } from '../../dist/platform/config/config.module.js';
import { DatabaseModule } from '../../dist/platform/database/database.module.js';
import { openDatabase } from '../../dist/platform/database/open-database.js';
import { ENTITIES } from '../../dist/app/entities.js';
import { BackgroundRunner } from '../../dist/app/background-runner.js';
import { EventProcessor } from '../../dist/platform/outbox/event-processor.js';
import { BackgroundModule } from '../../dist/app/background.module.js';
import { OutboxStore } from '../../dist/platform/outbox/outbox-store.js';
import { Outbox } from '../../dist/platform/outbox/outbox.js';
import { OutboxRelay } from '../../dist/platform/outbox/outbox-relay.js';
import { ProcessesJobsOf } from '../../dist/platform/queues/processors.js';
import { jobsPerRound, QUEUE_NAME, SINGLE_JOBS, WARM_UP_JOBS } from './job-sizes.mjs';
import { measureWork } from './measure-work.mjs';
import { measureLatencies } from './measure-latencies.mjs';
import { reportReady } from './processes/ready-line.mjs';

const TYPE = 'orders.placed';

const done = new EventEmitter();
class IdleProcessor extends EventProcessor {
  handlers = { [TYPE]: async () => undefined };

  async process(job) {
    await super.process(job);
    done.emit('event'); // its row is marked as done by now
  }
}
class Program {}
// Stands for the decorators that TypeScript would compile.
Injectable()(IdleProcessor);
ProcessesJobsOf(QUEUE_NAME)(IdleProcessor);
Reflect.defineMetadata('design:paramtypes', [OutboxStore, OutboxRelay], IdleProcessor);
Module({})(Program);

const target = JSON.parse(process.env.JOBS);
const database = await openDatabase({ ...target, entities: ENTITIES });
const app = await startProgram();
const outbox = app.get(Outbox);

await addAndAwait(WARM_UP_JOBS);
const metrics = await measureWork(() => addAndAwait(jobsPerRound(target)));
const latencies = await measureLatencies(SINGLE_JOBS, () => addAndAwait(1));
await app.close();
reportReady({ ...metrics, ...latencies });

async function startProgram() {
  const config = loadConfig({ DATA_DIR: target.dataDir, REDIS_URL: target.redisUrl });
  const imports = [
    ConfigModule.with(config),
    DatabaseModule.with(database),
    ClockModule.with(new Clock()),
    BackgroundModule.with(config.redisUrl),
  ];
  const program = { module: Program, imports, providers: [IdleProcessor] };
  const started = await NestFactory.createApplicationContext(program, { logger: ['warn', 'error'] });
  await started.get(BackgroundRunner).start();
  return started;
}

/** Writes `count` events, each with its own subject, in one transaction, and waits until all are done. */
async function addAndAwait(count) {
  const messages = Array.from({ length: count }, () => {
    const orderId = newId();
    return { type: TYPE, subject: `order:${orderId}`, payload: { orderId } };
  });
  let remaining = count;
  const allDone = new Promise((resolve) => {
    done.removeAllListeners().on('event', () => {
      remaining -= 1;
      if (remaining === 0) resolve();
    });
  });
  await database.transaction((tx) => outbox.add(tx, messages));
  await allDone;
  return count;
}

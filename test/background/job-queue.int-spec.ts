import { WorkerHost } from '@nestjs/bullmq';
import { Injectable, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UnrecoverableError } from 'bullmq';
import { Clock } from '../../src/platform/common/clock.js';
import { ClockModule } from '../../src/platform/common/clock.module.js';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import { JobQueue, TICK, type JobRun, type JobState } from '../../src/platform/queues/job-queue.js';
import { ProcessesJobsOf } from '../../src/platform/queues/processors.js';
import { QUEUES, type QueueName } from '../../src/platform/queues/queues.js';
import { QueuesModule } from '../../src/platform/queues/queues.module.js';
import { measureDuration, sleep, waitUntil } from '../support/servers/processes.js';
import { HAS_REDIS, TestRedis } from '../support/servers/redis.js';
import { afterFile, createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';

/*
 * Behavior that both queues share: the in-process queue, tested with SQLite, and BullMQ on Redis, tested with PostgreSQL.
 */

type Work = (job: JobRun) => Promise<void>;

/** Behavior of jobs by ID. Other jobs succeed immediately. */
const work = new Map<string, Work>();
const runs: { id: string; queue: QueueName; name: string; at: number }[] = [];

function processorOf(queue: QueueName): Type<WorkerHost> {
  @Injectable()
  @ProcessesJobsOf(queue)
  class Processor extends WorkerHost {
    async process(job: JobRun): Promise<void> {
      const id = job.name === TICK ? TICK : job.data.eventId;
      runs.push({ id, queue, name: job.name, at: Date.now() });
      await work.get(id)?.(job);
    }
  }
  return Processor;
}

@Module({})
class Program {}

let redisUrl: string | undefined;
let queue: JobQueue;

beforeAll(async () => {
  redisUrl = (await createStoreLocation()).redis?.url;
  queue = (await startQueue()).get(JobQueue);
});

async function startQueue(url = redisUrl): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(
    {
      module: Program,
      imports: [ClockModule.with(new Clock()), QueuesModule.with(url)],
      providers: [
        processorOf('orders'),
        processorOf('imports'),
        processorOf('exports'),
        processorOf('schedules'),
      ],
    },
    { logger: false, abortOnError: false },
  );
  const started = app.get(JobQueue);
  afterFile(async () => {
    await started.close(2000);
    await app.close();
  });
  started.startWorkers();
  return app;
}

const add = (name: QueueName, ...ids: string[]): Promise<void> =>
  queue.add(
    name,
    ids.map((id) => ({ id, name: `${name}.tested` })),
  );
const runsOf = (id: string): number => runs.filter((run) => run.id === id).length;
const stateOf = async (name: QueueName, id: string): Promise<JobState> =>
  (await queue.status(name, id)).state;

/** A job that runs until it is released. */
function blockedJob(): { id: string; release: () => void } {
  const id = newId();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  work.set(id, () => released);
  return { id, release };
}

it('runs the jobs of a queue in the order of adding', async () => {
  const ids = Array.from({ length: 30 }, () => newId());
  await add('imports', ...ids);
  await waitUntil(async () => (await stateOf('imports', ids.at(-1)!)) === 'completed');
  expect(runs.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual(ids);
});

it("never runs more jobs at a time than the queue's concurrency", async () => {
  const blocked = Array.from({ length: 10 }, blockedJob);
  await add('orders', ...blocked.map(({ id }) => id));
  const started = (): number => blocked.filter(({ id }) => runsOf(id) > 0).length;
  await waitUntil(() => started() === QUEUES.orders.concurrency);
  await sleep(200);
  expect(started()).toBe(QUEUES.orders.concurrency);
  expect(await queue.counts('orders')).toMatchObject({ active: QUEUES.orders.concurrency, waiting: 6 });
  for (const { release } of blocked) release();
  await waitUntil(() => started() === blocked.length);
});

it('runs an ID once if it is added three times, also while it is delayed and after it is completed', async () => {
  const id = newId();
  let fails = true;
  work.set(id, async () => {
    if (fails) throw new Error('not yet');
  });
  await add('orders', id, id);
  await waitUntil(async () => (await stateOf('orders', id)) === 'delayed');
  fails = false;
  await add('orders', id);
  await waitUntil(async () => (await stateOf('orders', id)) === 'completed');
  await add('orders', id);
  await sleep(300);
  expect(runsOf(id)).toBe(2);
});

it('waits before each retry between half and all of 1, 2, … seconds', async () => {
  const id = newId();
  work.set(id, async ({ attemptsMade }) => {
    if (attemptsMade < 2) throw new Error('not yet');
  });
  await add('orders', id);
  await waitUntil(async () => (await stateOf('orders', id)) === 'completed');
  const times = runs.filter((run) => run.id === id).map(({ at }) => at);
  const [first, second] = [times[1]! - times[0]!, times[2]! - times[1]!];
  expect(first).toBeGreaterThanOrEqual(490);
  expect(second).toBeGreaterThanOrEqual(990);
  expect(first).toBeLessThan(SECOND_MS + 900);
  expect(second).toBeLessThan(2000 + 900);
});

it("stops after the queue's attempts, and reports the state and the reason", async () => {
  const id = newId();
  const attempts: number[] = [];
  work.set(id, async ({ attemptsMade, opts }) => {
    attempts.push(attemptsMade);
    expect(opts.attempts).toBe(QUEUES.exports.attempts);
    throw new Error(`attempt ${attemptsMade}`);
  });
  await add('exports', id);
  await waitUntil(async () => (await stateOf('exports', id)) === 'failed');
  expect(attempts).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(await queue.status('exports', id)).toEqual({ state: 'failed', failedReason: 'attempt 6' });
});

it('fails immediately on an UnrecoverableError', async () => {
  const id = newId();
  work.set(id, async () => {
    throw new UnrecoverableError('no such mailbox');
  });
  await add('orders', id);
  await waitUntil(async () => (await stateOf('orders', id)) === 'failed');
  expect(runsOf(id)).toBe(1);
  expect((await queue.counts('orders')).failed).toBeGreaterThanOrEqual(1);
  expect((await queue.status('orders', id)).failedReason).toBe('no such mailbox');
});

it('runs a completed ID again after it was removed', async () => {
  const id = newId();
  await add('orders', id);
  await waitUntil(async () => (await stateOf('orders', id)) === 'completed');
  await queue.remove('orders', id);
  expect(await stateOf('orders', id)).toBe('unknown');
  await add('orders', id);
  await waitUntil(() => runsOf(id) === 2);
});

it('runs the other queues while one is blocked, and counts its jobs', async () => {
  const { id, release } = blockedJob();
  const [waiting, other] = [newId(), newId()];
  await add('imports', id, waiting);
  await waitUntil(() => runsOf(id) === 1);
  await add('orders', other);
  await waitUntil(() => runsOf(other) === 1);
  const { active, waiting: count, oldestWaitingAt } = await queue.counts('imports');
  expect([active, count]).toEqual([1, 1]);
  expect(Date.now() - (oldestWaitingAt ?? 0)).toBeLessThan(10 * SECOND_MS);
  expect([await stateOf('imports', id), await stateOf('imports', waiting)]).toEqual(['active', 'pending']);
  release();
  await waitUntil(() => runsOf(waiting) === 1);
});

it('adds one tick for each due time, however often the schedule is upserted', async () => {
  for (let i = 0; i < 3; i++) await queue.upsertTick('every-second', '* * * * * *', 'Asia/Kolkata');
  await waitUntil(() => runsOf(TICK) >= 3);
  const times = runs.filter(({ id }) => id === TICK).map(({ at }) => Math.round(at / SECOND_MS));
  expect(new Set(times).size).toBeGreaterThanOrEqual(times.length - 1);
  expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual(times.length - 2);
});

it('waits for active jobs when it closes, and accepts no new ones', async () => {
  const second = (await startQueue()).get(JobQueue);
  await queue.close(2000); // of two processes on one Redis the second has the jobs from here on
  const { id, release } = blockedJob();
  const late = newId();
  await second.add('imports', [{ id, name: 'imports.tested' }]);
  await waitUntil(() => runsOf(id) === 1);
  let isClosed = false;
  const closing = second.close(10 * SECOND_MS).then(() => (isClosed = true));
  await second.add('imports', [{ id: late, name: 'imports.tested' }]).catch(() => undefined);
  await sleep(300);
  expect(isClosed).toBe(false);
  release();
  await closing;
  await sleep(300);
  expect(runsOf(late)).toBe(0);
});

it('does not wait longer for active jobs than the timeout', async () => {
  const third = (await startQueue()).get(JobQueue);
  const { id, release } = blockedJob();
  await third.add('exports', [{ id, name: 'exports.tested' }]);
  await waitUntil(() => runsOf(id) === 1);
  const started = Date.now();
  await third.close(300);
  expect(Date.now() - started).toBeLessThan(2000);
  release();
  await sleep(100);
});

it('refuses jobs after it was closed, if it is the queue of the process', async () => {
  const closed = (await startQueue()).get(JobQueue);
  await closed.close(100);
  if (!closed.isVolatile) return;
  await expect(closed.add('orders', [{ id: newId(), name: 'orders.tested' }])).rejects.toThrow('closed');
  await expect(closed.ping(100)).rejects.toThrow('closed');
});

const withRedis = describeIf(ENGINE === 'postgres' && HAS_REDIS);

withRedis.each(['stopped', 'frozen'] as const)('while Redis is %s', (outage) => {
  it('waits for active jobs, and then closes without Redis', async () => {
    const redis = await TestRedis.start();
    afterFile(() => redis.remove());
    const app = await startQueue(redis.url);
    const own = app.get(JobQueue);
    const { id, release } = blockedJob();
    await own.add('imports', [{ id, name: 'imports.tested' }]);
    await waitUntil(() => runsOf(id) === 1);
    if (outage === 'stopped') await redis.stop();
    else redis.freeze();

    let isClosed = false;
    const closing = own.close(20 * SECOND_MS).then(() => (isClosed = true));
    await sleep(1.5 * SECOND_MS);
    expect(isClosed).toBe(false);
    release();
    const afterwards = await measureDuration(async () => {
      await closing;
      await app.close();
    });
    expect(afterwards).toBeLessThan(3 * SECOND_MS);
    redis.thaw();
  });
});

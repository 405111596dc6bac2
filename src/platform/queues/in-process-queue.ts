import type { WorkerHost } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Job } from 'bullmq';
import { Clock } from '../common/clock.js';
import { TimeoutError, withTimeout } from '../common/with-timeout.js';
import { CronTimer } from './cron-timer.js';
import { InProcessJobs } from './in-process-jobs.js';
import { JobQueue, TICK, type JobStatus, type NewJob, type QueueCounts } from './job-queue.js';
import { findProcessors } from './processors.js';
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.js';

/** Above the first no more events are claimed, until fewer wait than the second. */
const MAX_WAITING = 1000;
const RESUME_BELOW = 500;

/**
 * The queue of a process without Redis. It calls the same processors as BullMQ's workers, with the same concurrency, retries
 * and rules for ids. It forgets its jobs with the process: the outbox has their events.
 */
@Injectable()
export class InProcessQueue extends JobQueue {
  readonly isVolatile = true;
  private readonly queues = new Map<QueueName, InProcessJobs>();
  private readonly ticks = new Map<string, CronTimer>();
  private processors: ReadonlyMap<QueueName, WorkerHost> | undefined;
  private isFull = false;
  private isClosed = false;

  constructor(
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {
    super();
    for (const name of QUEUE_NAMES) {
      const process = (job: unknown): Promise<unknown> => this.process(name, job as Job);
      this.queues.set(name, new InProcessJobs(QUEUES[name], process, clock));
    }
  }

  ping(): Promise<void> {
    return this.isClosed ? Promise.reject(closedError()) : Promise.resolve();
  }

  add(queue: QueueName, jobs: readonly NewJob[]): Promise<void> {
    if (this.isClosed) return Promise.reject(closedError());
    for (const { id, name } of jobs) this.jobsOf(queue).add(id, name);
    return Promise.resolve();
  }

  status(queue: QueueName, id: string): Promise<JobStatus> {
    return Promise.resolve(this.jobsOf(queue).status(id));
  }

  remove(queue: QueueName, id: string): Promise<void> {
    this.jobsOf(queue).remove(id);
    return Promise.resolve();
  }

  counts(queue: QueueName): Promise<QueueCounts> {
    return Promise.resolve(this.jobsOf(queue).counts());
  }

  hasCapacity(): boolean {
    const waiting = [...this.queues.values()].reduce((sum, jobs) => sum + jobs.waitingCount, 0);
    this.isFull = waiting >= (this.isFull ? RESUME_BELOW : MAX_WAITING);
    return !this.isFull;
  }

  upsertTick(name: string, cron: string, timeZone: string): Promise<void> {
    if (!this.isClosed && !this.ticks.has(name)) {
      const tick = (dueAt: number): void => this.jobsOf('schedules').add(`${TICK}-${name}-${dueAt}`, TICK, 1);
      this.ticks.set(name, new CronTimer(cron, timeZone, this.clock, tick));
    }
    return Promise.resolve();
  }

  startWorkers(): void {
    if (this.isClosed) return;
    this.processors = findProcessors(this.discovery, this.reflector);
    for (const [name, jobs] of this.queues) if (this.processors.has(name)) jobs.start();
  }

  async close(timeoutMs: number): Promise<void> {
    this.isClosed = true;
    for (const timer of this.ticks.values()) timer.stop();
    const active = Promise.all([...this.queues.values()].map((jobs) => jobs.stop()));
    await withTimeout(timeoutMs, active).catch((error: unknown) => {
      if (!(error instanceof TimeoutError)) throw error;
    });
  }

  private process(name: QueueName, job: Job): Promise<unknown> {
    const processor = this.processors?.get(name);
    if (processor === undefined) throw new Error(`No processor for queue ${name}.`);
    return processor.process(job);
  }

  private jobsOf(name: QueueName): InProcessJobs {
    const jobs = this.queues.get(name);
    if (jobs === undefined) throw new RangeError(`No queue named ${name}.`);
    return jobs;
  }
}

function closedError(): Error {
  return new Error('The queue is closed.');
}

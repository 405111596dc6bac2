import { BullRegistrar, getQueueToken, type WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, ModuleRef, Reflector } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { SECOND_MS } from '../common/durations.js';
import { withTimeout } from '../common/with-timeout.js';
import {
  JobQueue,
  TICK,
  type EventJob,
  type JobState,
  type JobStatus,
  type NewJob,
  type QueueCounts,
} from './job-queue.js';
import { findProcessors, trackRuns } from './processors.js';
import { QueueConnection } from './queue-connection.js';
import { jobOptions, QUEUE_NAMES, type QueueName } from './queues.js';

const REDIS_TIMEOUT_MS = 5 * SECOND_MS;

/** At shutdown, a Redis that does not respond within this time is not waited for. */
const FAREWELL_TIMEOUT_MS = SECOND_MS;

/** Tick jobs carry no data: drop them when done. The next check of the schedules covers a failed one. */
const TICK_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } };

const STATES: Readonly<Record<string, JobState>> = {
  waiting: 'pending',
  prioritized: 'pending',
  'waiting-children': 'pending',
  active: 'active',
  delayed: 'delayed',
  completed: 'completed',
  failed: 'failed',
};

/** Jobs in Redis, by BullMQ, for all processes of the store. */
@Injectable()
export class BullQueue extends JobQueue implements OnApplicationShutdown {
  readonly isVolatile = false;
  private readonly logger = new Logger(BullQueue.name);
  private readonly queues: ReadonlyMap<QueueName, Queue<EventJob>>;
  private readonly runs = new Set<Promise<unknown>>();
  private probe: Promise<unknown> | undefined;
  private processors: WorkerHost[] = [];

  constructor(
    modules: ModuleRef,
    private readonly connection: QueueConnection,
    private readonly registrar: BullRegistrar,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {
    super();
    this.queues = new Map(
      QUEUE_NAMES.map((name) => [name, modules.get<Queue<EventJob>>(getQueueToken(name), { strict: false })]),
    );
    // BullMQ reconnects by itself, and the relay logs an outage.
    for (const queue of this.queues.values()) queue.on('error', (error) => this.logger.debug(error.message));
  }

  /** BullMQ's own queues, for the queue board. */
  get all(): Queue<EventJob>[] {
    return [...this.queues.values()];
  }

  /** Sends one request at a time, however many callers wait: they must not pile up while Redis hangs. */
  async ping(timeoutMs: number): Promise<void> {
    this.probe ??= this.of('schedules')
      .isPaused()
      .finally(() => (this.probe = undefined));
    await withTimeout(timeoutMs, this.probe);
  }

  async add(queue: QueueName, jobs: readonly NewJob[]): Promise<void> {
    const options = jobOptions(queue);
    const bulk = jobs.map(({ id, name }) => ({
      name,
      data: { eventId: id },
      opts: { jobId: id, ...options },
    }));
    await withTimeout(REDIS_TIMEOUT_MS, this.of(queue).addBulk(bulk));
  }

  async status(queue: QueueName, id: string): Promise<JobStatus> {
    const state = STATES[await withTimeout(REDIS_TIMEOUT_MS, this.of(queue).getJobState(id))] ?? 'unknown';
    if (state !== 'failed') return { state };
    const job = await withTimeout(REDIS_TIMEOUT_MS, this.of(queue).getJob(id));
    return { state, failedReason: job?.failedReason };
  }

  async remove(queue: QueueName, id: string): Promise<void> {
    await withTimeout(REDIS_TIMEOUT_MS, this.of(queue).remove(id));
  }

  async counts(name: QueueName): Promise<QueueCounts> {
    const queue = this.of(name);
    const [counts, [oldest]] = await withTimeout(
      REDIS_TIMEOUT_MS,
      Promise.all([
        queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
        queue.getJobs(['waiting'], 0, 0, true),
      ]),
    );
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
    return { waiting, active, delayed, failed, oldestWaitingAt: oldest?.timestamp ?? null };
  }

  hasCapacity(): boolean {
    return true;
  }

  async upsertTick(name: string, cron: string, timeZone: string): Promise<void> {
    const template = { name: TICK, opts: TICK_OPTIONS };
    const repeat = { pattern: cron, tz: timeZone };
    await withTimeout(REDIS_TIMEOUT_MS, this.of('schedules').upsertJobScheduler(name, repeat, template));
  }

  startWorkers(): void {
    this.processors = [...findProcessors(this.discovery, this.reflector).values()];
    for (const processor of this.processors) trackRuns(processor, this.runs);
    this.registrar.register();
  }

  async close(timeoutMs: number): Promise<void> {
    if (this.processors.length === 0) return;
    const closing = (await this.canBeReached()) ? this.closeWorkers() : this.leaveWorkers(timeoutMs);
    await withTimeout(timeoutMs, closing).catch((error: unknown) => this.logger.debug(String(error)));
  }

  onApplicationShutdown(): void {
    this.connection.close();
  }

  private async canBeReached(): Promise<boolean> {
    return this.ping(FAREWELL_TIMEOUT_MS).then(
      () => true,
      () => false,
    );
  }

  /** Waits for active jobs, and for Redis to learn of their end. */
  private async closeWorkers(): Promise<void> {
    await Promise.all(this.processors.map(({ worker }) => worker.close()));
  }

  /** Waits for active jobs only. Redis, which is away, takes them for stalled later: their events say that they are done. */
  private async leaveWorkers(timeoutMs: number): Promise<void> {
    await withTimeout(timeoutMs, Promise.allSettled(this.runs)).catch(() => undefined);
    await Promise.all(this.processors.map(({ worker }) => worker.close(true)));
  }

  private of(name: QueueName): Queue<EventJob> {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new RangeError(`No queue named ${name}.`);
    return queue;
  }
}

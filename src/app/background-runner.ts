import { BullRegistrar } from '@nestjs/bullmq';
import {
  Injectable,
  Logger,
  Optional,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import type { QueueConnection } from '../platform/queues/queue-connection.js';
import { Queues } from '../platform/queues/queues.js';
import { SCHEDULES } from '../platform/schedules/schedule-table.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { TICK } from '../platform/schedules/schedules.processor.js';

/** A bell that has rung is of no more use, and one that failed is made up for by the next look. */
const BELL = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } };

/** For a queue that has lost its schedulers, and for what was due while nobody ran. */
const CHECK_SCHEDULES_EVERY = 30_000;

/** A queue of the process's own takes a second of computing to start, which the first requests are spared, in milliseconds. */
const EMBEDDED_QUEUE_AFTER = 3000;

/** All that a process does without being asked by a request: it begins when the process is ready, and ends before its database. */
@Injectable()
export class BackgroundRunner implements OnModuleDestroy, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger(BackgroundRunner.name);
  private beginning: NodeJS.Timeout | undefined;
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;
  private isClosing = false;

  constructor(
    private readonly config: Config,
    private readonly queues: Queues,
    private readonly relay: OutboxRelay,
    private readonly events: OutboxStore,
    private readonly schedules: Schedules,
    private readonly queue: QueueConnection | undefined,
    @Optional() private readonly workers?: BullRegistrar,
  ) {}

  /** Every process hands on its events. Jobs and schedules are a worker's. */
  async start(): Promise<void> {
    if (this.queue === undefined) return;
    if (this.queue.isEmbedded && this.config.databaseUrl === undefined) await this.events.releaseAll();
    // What is due is written down at once; the queue may take its time.
    if (this.config.role !== 'api') this.look(() => this.schedules.startDue());
    if (this.queue.isEmbedded) this.beginning = setTimeout(() => this.begin(), EMBEDDED_QUEUE_AFTER);
    else this.begin();
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.beginning);
    await this.queue?.closeUnlessStarted();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.checking;
    await this.relay.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close();
  }

  private begin(): void {
    const ready = this.queue?.ready();
    this.relay.start();
    ready
      ?.then(() => this.checking)
      .then(
        () => this.startWork(),
        (error: unknown) => this.logger.warn(`No jobs are worked on: ${String(error)}`),
      );
  }

  private startWork(): void {
    if (this.isClosing || this.config.role === 'api') return;
    this.workers?.register();
    this.checkSchedules();
    this.timer = setInterval(() => this.checkSchedules(), CHECK_SCHEDULES_EVERY);
  }

  private checkSchedules(): void {
    this.look(() => this.makeSchedulers());
  }

  private look(check: () => Promise<void>): void {
    this.checking ??= check()
      .catch((error: unknown) =>
        this.logger.warn(`The schedules could not be looked after: ${String(error)}`),
      )
      .finally(() => (this.checking = undefined));
  }

  /** Making a scheduler that is there already changes nothing. */
  private async makeSchedulers(): Promise<void> {
    await this.schedules.startDue();
    const queue = this.queues.of('schedules');
    for (const { name, cron } of SCHEDULES) {
      const pattern = { pattern: cron, tz: this.config.store.timeZone };
      await queue.upsertJobScheduler(name, pattern, { name: TICK, opts: BELL });
    }
  }
}

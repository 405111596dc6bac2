import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { SECOND_MS } from '../platform/common/durations.js';
import { Config } from '../platform/config/config.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { JobQueue } from '../platform/queues/job-queue.js';
import { SCHEDULES } from '../platform/schedules/schedule-table.js';
import { Schedules } from '../platform/schedules/schedules.js';

/** Interval of the checks for a queue that has lost its ticks, and for what was due while no process ran. */
const SCHEDULE_CHECK_INTERVAL_MS = 30 * SECOND_MS;

/** How long active jobs may take to finish at shutdown. */
const JOBS_SHUTDOWN_TIMEOUT_MS = 9 * SECOND_MS;

/** Runs what no request asks for: dispatches events, works on jobs, starts schedules. */
@Injectable()
export class BackgroundRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger(BackgroundRunner.name);
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly relay: OutboxRelay,
    private readonly events: OutboxStore,
    private readonly schedules: Schedules,
  ) {}

  /** Every process dispatches its events. Jobs and schedules belong to workers. Commands never call it. */
  async start(): Promise<void> {
    // The claims of an earlier process on SQLite are void: its jobs ended with it, and no other process can have any.
    if (this.queue.isVolatile && this.config.databaseUrl === undefined) await this.events.releaseAll();
    this.relay.start();
    if (this.config.role === 'api') return;
    this.queue.startWorkers();
    this.checkSchedules();
    this.timer = setInterval(() => this.checkSchedules(), SCHEDULE_CHECK_INTERVAL_MS);
  }

  /** Finishes while the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.checking;
    await Promise.all([this.relay.stop(), this.queue.close(JOBS_SHUTDOWN_TIMEOUT_MS)]);
  }

  private checkSchedules(): void {
    this.checking ??= this.startDue()
      .catch((error: unknown) => this.logger.warn(`Checking the schedules failed: ${String(error)}`))
      .finally(() => (this.checking = undefined));
  }

  private async startDue(): Promise<void> {
    await this.schedules.startDue();
    for (const { name, cron } of SCHEDULES) {
      await this.queue.upsertTick(name, cron, this.config.store.timeZone);
    }
  }
}

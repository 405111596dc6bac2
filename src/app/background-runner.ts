import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { SECOND_MS } from '../platform/common/durations.js';
import { TimeoutError, withTimeout } from '../platform/common/with-timeout.js';
import { Config } from '../platform/config/config.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { JobQueue } from '../platform/queues/job-queue.js';
import { SCHEDULES } from '../platform/schedules/schedule-table.js';
import { Schedules } from '../platform/schedules/schedules.js';

/** Interval of the checks for a queue that has lost its ticks, and for what was due while no process ran. */
const SCHEDULE_CHECK_INTERVAL_MS = 30 * SECOND_MS;

/** How long active jobs may take to finish if Nest ends the program. */
const SHUTDOWN_TIMEOUT_MS = 5 * SECOND_MS;

/** Runs what no request asks for: dispatches events, works on jobs, starts schedules. */
@Injectable()
export class BackgroundRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger(BackgroundRunner.name);
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;

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
  beforeApplicationShutdown(): Promise<void> {
    return this.stop(SHUTDOWN_TIMEOUT_MS);
  }

  /**
   * Starts nothing more, and waits for what is in progress, but not longer than the timeout: the database or Redis may be
   * away, and never answer.
   */
  stop(timeoutMs: number): Promise<void> {
    return (this.stopping ??= this.stopAll(timeoutMs));
  }

  private async stopAll(timeoutMs: number): Promise<void> {
    clearInterval(this.timer);
    const ended = Promise.all([this.checking, this.relay.stop(), this.queue.close(timeoutMs)]);
    await withTimeout(timeoutMs, ended).catch((error: unknown) => {
      if (!(error instanceof TimeoutError)) throw error;
    });
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

import { Injectable } from '@nestjs/common';
import { SECOND_MS } from '../../platform/common/durations.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { withTimeout } from '../../platform/common/with-timeout.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { JobQueue } from '../../platform/queues/job-queue.js';
import { QUEUE_NAMES, type QueueName } from '../../platform/queues/queues.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import {
  MAX_FAILURES_LISTED,
  type FailureView,
  type JobsView,
  type OutboxStateView,
  type QueueView,
  type ScheduleView,
} from './jobs.dto.js';

/** How long operators wait for a queue that may be unavailable. */
const QUEUE_TIMEOUT_MS = 1.5 * SECOND_MS;

interface FailedEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly failure: string | null;
  readonly failed_at: number;
  readonly created_at: number;
}

/** Reads the state of background work for operators. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly schedules: Schedules,
  ) {}

  async overview(): Promise<JobsView> {
    const [queues, outbox, failures, schedules] = await Promise.all([
      this.queueViews(),
      this.outboxState(),
      this.failures(MAX_FAILURES_LISTED),
      this.scheduleViews(),
    ]);
    return { queuesReachable: queues !== undefined, queues: queues ?? [], outbox, failures, schedules };
  }

  /** Returns the latest failed events, newest first. */
  async failures(limit: number): Promise<FailureView[]> {
    const rows = await this.database.read.rows<FailedEvent>(sql`
      SELECT id, type, subject, failure, failed_at, created_at FROM outbox_events
      WHERE completed_at IS NULL AND failed_at IS NOT NULL ORDER BY failed_at DESC, id LIMIT ${limit}`);
    return rows.map(({ id, type, subject, failure, failed_at: failedAt, created_at: createdAt }) => ({
      ...{ id, type, subject },
      failure: failure ?? '',
      failedAt: toIsoString(failedAt),
      createdAt: toIsoString(createdAt),
    }));
  }

  /** Returns undefined if the queues do not answer. */
  private async queueViews(): Promise<QueueView[] | undefined> {
    try {
      const views = Promise.all(QUEUE_NAMES.map((name) => this.queueView(name)));
      return await withTimeout(QUEUE_TIMEOUT_MS, views);
    } catch {
      return undefined;
    }
  }

  private async queueView(name: QueueName): Promise<QueueView> {
    const { oldestWaitingAt, ...counts } = await this.queue.counts(name);
    return { name, ...counts, oldestWaitingSince: toIsoString(oldestWaitingAt) };
  }

  private async outboxState(): Promise<OutboxStateView> {
    const row = await this.database.read.row<{ open: number; oldest: number | null; failed: number }>(sql`
      SELECT (SELECT count(*) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL) AS open,
        (SELECT min(created_at) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL) AS oldest,
        (SELECT count(*) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NOT NULL) AS failed`);
    return {
      open: row?.open ?? 0,
      oldestOpenSince: toIsoString(row?.oldest ?? null),
      failed: row?.failed ?? 0,
    };
  }

  private async scheduleViews(): Promise<ScheduleView[]> {
    const states = await this.schedules.states();
    return states.map(({ name, what, cron, lastDueAt, lastDoneAt, nextDueAt }) => ({
      ...{ name, what, cron },
      lastDueAt: toIsoString(lastDueAt),
      lastDoneAt: toIsoString(lastDoneAt),
      nextDueAt: toIsoString(nextDueAt),
    }));
  }
}

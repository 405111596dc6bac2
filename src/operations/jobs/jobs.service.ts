import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { withTimeout } from '../../platform/common/with-timeout.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { Queues, type EventJob } from '../../platform/queues/queues.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import type { FailureView, JobsView, OutboxStateView, QueueView, ScheduleView } from './jobs.dto.js';

/** How long operators wait for a queue that may be away, in milliseconds. */
const PATIENCE = 1500;

const MAX_FAILURES_LISTED = 100;

interface FailedEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly failure: string | null;
  readonly failed_at: number;
  readonly created_at: number;
}

/** What operators see of the work in the background. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
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

  /** The latest events that failed for good, newest first. */
  async failures(limit: number): Promise<FailureView[]> {
    const rows = await this.database.read.rows<FailedEvent>(sql`
      SELECT id, type, subject, failure, failed_at, created_at FROM outbox_events
      WHERE completed_at IS NULL AND failed_at IS NOT NULL ORDER BY failed_at DESC, id LIMIT ${limit}`);
    return rows.map(({ id, type, subject, failure, failed_at: failedAt, created_at: createdAt }) => ({
      ...{ id, type, subject },
      failure: failure ?? '',
      failedAt: isoTime(failedAt),
      createdAt: isoTime(createdAt),
    }));
  }

  private async queueViews(): Promise<QueueView[] | undefined> {
    try {
      return await withTimeout(PATIENCE, Promise.all(this.queues.all.map((queue) => queueView(queue))));
    } catch {
      return undefined;
    }
  }

  private async outboxState(): Promise<OutboxStateView> {
    const row = await this.database.read.row<{ open: number; oldest: number | null; failed: number }>(sql`
      SELECT (SELECT count(*) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL) AS open,
        (SELECT min(created_at) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL) AS oldest,
        (SELECT count(*) FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NOT NULL) AS failed`);
    return {
      open: row?.open ?? 0,
      oldestOpenSince: isoTimeOrNull(row?.oldest ?? null),
      failed: row?.failed ?? 0,
    };
  }

  private async scheduleViews(): Promise<ScheduleView[]> {
    const states = await this.schedules.states();
    return states.map(({ name, what, cron, lastDueAt, lastDoneAt, nextDueAt }) => ({
      ...{ name, what, cron },
      lastDueAt: isoTimeOrNull(lastDueAt),
      lastDoneAt: isoTimeOrNull(lastDoneAt),
      nextDueAt: isoTime(nextDueAt),
    }));
  }
}

async function queueView(queue: Queue<EventJob>): Promise<QueueView> {
  const [counts, [oldest]] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    queue.getJobs(['waiting'], 0, 0, true),
  ]);
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return {
    ...{ name: queue.name, waiting, active, delayed, failed },
    oldestWaitingSince: isoTimeOrNull(oldest?.timestamp ?? null),
  };
}

function isoTime(instant: number): string {
  return new Date(instant).toISOString();
}

function isoTimeOrNull(instant: number | null): string | null {
  return instant === null ? null : isoTime(instant);
}

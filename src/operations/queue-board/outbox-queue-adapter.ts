import { BaseAdapter } from '@bull-board/api/dist/queueAdapters/base.js';
import type {
  AppJobScheduler,
  JobCounts,
  JobStatus,
  QueueJob,
  QueueMetrics,
  Status,
} from '@bull-board/api/typings/app';
import type { Database } from '../../platform/database/database.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import type { JobQueue } from '../../platform/queues/job-queue.js';
import type { QueueName } from '../../platform/queues/queues.js';
import type { Schedules } from '../../platform/schedules/schedules.js';

const STATUSES: JobStatus[] = ['waiting', 'active', 'delayed', 'completed', 'failed'];

/** The states that an event's row tells apart. Waiting and delayed jobs are both dispatched or yet to be. */
type EventState = 'pending' | 'completed' | 'failed';

interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly created_at: number;
  readonly completed_at: number | null;
  readonly failed_at: number | null;
  readonly failure: string | null;
  readonly attempts: number;
}

const CONDITIONS: Readonly<Record<EventState, Sql>> = {
  pending: sql`completed_at IS NULL AND failed_at IS NULL`,
  completed: sql`completed_at IS NOT NULL`,
  failed: sql`completed_at IS NULL AND failed_at IS NOT NULL`,
};

/** Shows a queue of this process on bull-board. Its jobs are read from the outbox, so that failures survive a restart. */
export class OutboxQueueAdapter extends BaseAdapter {
  constructor(
    private readonly name: QueueName,
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly schedules: Schedules,
  ) {
    super('bullmq', { readOnlyMode: true, allowRetries: false });
  }

  getName(): string {
    return this.name;
  }

  getStatuses(): Status[] {
    return ['latest', ...STATUSES];
  }

  getJobStatuses(): JobStatus[] {
    return STATUSES;
  }

  async getJobCounts(): Promise<JobCounts> {
    const { waiting, active, delayed } = await this.queue.counts(this.name);
    const row = await this.database.read.row<{ completed: number; failed: number }>(sql`
      SELECT count(completed_at) AS completed, count(CASE WHEN ${CONDITIONS.failed} THEN 1 END) AS failed
      FROM outbox_events WHERE type LIKE ${`${this.name}.%`}`);
    const counts = { waiting, active, delayed, completed: row?.completed ?? 0, failed: row?.failed ?? 0 };
    return { ...counts, latest: 0, prioritized: 0, paused: 0, 'waiting-children': 0 };
  }

  async getJobs(statuses: JobStatus[], start = 0, end = start + 9): Promise<QueueJob[]> {
    const states = new Set(statuses.map((status) => stateOf(status)));
    const conditions = [...states].map((state) => sql`(${CONDITIONS[state]})`);
    if (conditions.length === 0) return [];
    const rows = await this.database.read.rows<EventRow>(sql`
      SELECT id, type, subject, created_at, completed_at, failed_at, failure, attempts FROM outbox_events
      WHERE type LIKE ${`${this.name}.%`} AND (${join(conditions, ' OR ')})
      ORDER BY created_at DESC, id DESC LIMIT ${end - start + 1} OFFSET ${start}`);
    return rows.map((row) => this.jobOf(row));
  }

  async getJob(id: string): Promise<QueueJob | undefined> {
    const row = await this.database.read.row<EventRow>(sql`
      SELECT id, type, subject, created_at, completed_at, failed_at, failure, attempts FROM outbox_events
      WHERE id = ${id} AND type LIKE ${`${this.name}.%`}`);
    return row === undefined ? undefined : this.jobOf(row);
  }

  async getJobSchedulers(): Promise<Omit<AppJobScheduler, 'queueName'>[]> {
    if (this.name !== 'schedules') return [];
    const states = await this.schedules.states();
    return states.map(({ name, cron, nextDueAt }) => ({ id: name, name, pattern: cron, next: nextDueAt }));
  }

  async getJobSchedulersCount(): Promise<number> {
    return (await this.getJobSchedulers()).length;
  }

  async getJobLogs(): Promise<string[]> {
    return [];
  }

  async getMetrics(): Promise<QueueMetrics> {
    return { meta: { count: 0, prevTS: 0, prevCount: 0 }, data: [], count: 0 };
  }

  async getRedisInfo(): Promise<null> {
    return null;
  }

  async getGlobalConcurrency(): Promise<null> {
    return null;
  }

  async isPaused(): Promise<boolean> {
    return false;
  }

  addJob = readOnly;
  clean = readOnly;
  pause = readOnly;
  resume = readOnly;
  empty = readOnly;
  obliterate = readOnly;
  promoteAll = readOnly;
  removeJobScheduler = readOnly;
  updateJobScheduler = readOnly;
  runJobSchedulerNow = readOnly;
  setGlobalConcurrency = readOnly;

  private jobOf(row: EventRow): QueueJob {
    const json = {
      id: row.id,
      name: row.type,
      progress: 0,
      attemptsMade: row.attempts,
      timestamp: row.created_at,
      finishedOn: row.completed_at ?? row.failed_at,
      failedReason: row.failure ?? '',
      stacktrace: [],
      data: { eventId: row.id, subject: row.subject },
      returnvalue: null,
      opts: {},
    };
    return {
      opts: {},
      toJSON: () => json,
      getState: () => this.jobState(row),
      promote: readOnly,
      remove: readOnly,
      retry: readOnly,
    };
  }

  private async jobState(row: EventRow): Promise<'completed' | 'failed' | 'active' | 'delayed' | 'waiting'> {
    if (row.completed_at !== null) return 'completed';
    if (row.failed_at !== null) return 'failed';
    const { state } = await this.queue.status(this.name, row.id);
    return state === 'active' || state === 'delayed' ? state : 'waiting';
  }
}

function stateOf(status: JobStatus): EventState {
  return status === 'completed' || status === 'failed' ? status : 'pending';
}

/** bull-board refuses changes of a read-only queue before it calls these. */
async function readOnly(): Promise<never> {
  throw new Error('This queue is read-only.');
}

/** How many jobs of a queue are where. */
export class QueueView {
  /** @example orders */
  name: string;
  /** Jobs that can be taken. @example 2 */
  waiting: number;
  /** Jobs that are being worked on. @example 1 */
  active: number;
  /** Jobs that wait for their next try, or for their hour. @example 0 */
  delayed: number;
  /** Jobs that were tried for the last time. @example 0 */
  failed: number;
  /** When the job that has waited longest was added. @example 2026-03-01T09:30:00.000Z */
  oldestWaitingSince: string | null;
}

/** What was promised to the outside and is not done yet. */
export class OutboxStateView {
  /** @example 3 */
  open: number;
  /** When the oldest of these was promised. @example 2026-03-01T09:30:00.000Z */
  oldestOpenSince: string | null;
  /** Those that failed for good, until somebody has them tried again. @example 0 */
  failed: number;
}

/** An event that failed for good. */
export class FailureView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;
  /** @example orders.placed */
  type: string;
  /** What it is about. @example "order:019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d" */
  subject: string;
  /** Why its last try failed. @example "The mail server does not answer." */
  failure: string;
  /** @example 2026-03-01T09:30:00.000Z */
  failedAt: string;
  /** @example 2026-03-01T01:12:00.000Z */
  createdAt: string;
}

/** Work that is done by the clock. */
export class ScheduleView {
  /** @example daily-reminder */
  name: string;
  /** @example "Reminds shoppers who did not come today" */
  what: string;
  /** Minute, hour, day, month and weekday in the store's time zone. @example "0 18 * * *" */
  cron: string;
  /** When it was due last; null where it has never been. @example 2026-03-01T12:30:00.000Z */
  lastDueAt: string | null;
  /** When what it was due for was done; null where it is not yet. @example 2026-03-01T12:30:04.000Z */
  lastDoneAt: string | null;
  /** @example 2026-03-02T12:30:00.000Z */
  nextDueAt: string;
}

/** The work that is done in the background. */
export class JobsView {
  /** Whether the queues answer; where they don't, `queues` is empty and everything else still holds. @example true */
  queuesReachable: boolean;
  queues: QueueView[];
  outbox: OutboxStateView;
  /** The latest failures, a hundred at most. */
  failures: FailureView[];
  schedules: ScheduleView[];
}

/** How many failures are tried again. */
export class RetriedView {
  /** @example 4 */
  retried: number;
}

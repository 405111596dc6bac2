import { ApiProperty } from '@nestjs/swagger';
import { QUEUE_NAMES } from '../../platform/queues/queues.js';

/** Most failures that are listed, latest first. */
export const MAX_FAILURES_LISTED = 100;

/** Number of jobs of a queue by state. */
export class QueueView {
  /** @example orders */
  name: string;
  /** Jobs that are due. @example 2 */
  waiting: number;
  /** Jobs in progress. @example 1 */
  active: number;
  /** Jobs that wait for their next attempt. @example 0 */
  delayed: number;
  /** Jobs that failed on their last attempt. @example 0 */
  failed: number;
  /** When the job that has waited longest was added. @example 2026-03-01T09:30:00.000Z */
  oldestWaitingSince: string | null;
}

/** State of the outbox. */
export class OutboxStateView {
  /** Pending events. @example 3 */
  open: number;
  /** Creation time of the oldest pending event. @example 2026-03-01T09:30:00.000Z */
  oldestOpenSince: string | null;
  /** Failed events, until they are retried. @example 0 */
  failed: number;
}

/** A failed event. */
export class FailureView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;
  /** @example orders.placed */
  type: string;
  /** Subject of the event. @example "order:019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d" */
  subject: string;
  /** Reason of the last failure. @example "The mail server does not answer." */
  failure: string;
  /** @example 2026-03-01T09:30:00.000Z */
  failedAt: string;
  /** @example 2026-03-01T01:12:00.000Z */
  createdAt: string;
}

/** A schedule. */
export class ScheduleView {
  /** @example daily-reminder */
  name: string;
  /** @example "Reminds shoppers who did not come today" */
  what: string;
  /** Minute, hour, day, month and weekday in the store's time zone. @example "0 18 * * *" */
  cron: string;
  /** When it was last due; null if never. @example 2026-03-01T12:30:00.000Z */
  lastDueAt: string | null;
  /** When its last due work was completed; null if it is not. @example 2026-03-01T12:30:04.000Z */
  lastDoneAt: string | null;
  /** @example 2026-03-02T12:30:00.000Z */
  nextDueAt: string;
}

/** Background work. */
export class JobsView {
  /** False if the queues do not respond; `queues` is then empty. @example true */
  queuesReachable: boolean;
  @ApiProperty({ maxItems: QUEUE_NAMES.length })
  queues: QueueView[];
  outbox: OutboxStateView;
  /** The latest failures, at most 100. */
  @ApiProperty({ maxItems: MAX_FAILURES_LISTED })
  failures: FailureView[];
  @ApiProperty({ maxItems: 100 })
  schedules: ScheduleView[];
}

/** Number of failures that are retried. */
export class RetriedView {
  /** @example 4 */
  retried: number;
}

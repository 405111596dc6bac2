import type { Queue, WorkerOptions } from 'bullmq';
import { DAY_MS, SECOND_MS } from '../common/durations.js';

interface QueueSettings {
  /** Number of jobs that one process works on at a time. */
  readonly concurrency: number;
  /** Number of attempts before a job counts as failed. */
  readonly attempts: number;
}

/**
 * The queues, named by the first word of the events that go through them. Mail is retried for about nine hours, longer than
 * most outages of a mail server. Work on local files needs fewer attempts, but enough of them to outlive the lease of a worker that was
 * killed (`LEASE_MS`).
 */
export const QUEUES = {
  orders: { concurrency: 4, attempts: 16 },
  documents: { concurrency: 2, attempts: 16 },
  users: { concurrency: 4, attempts: 16 },
  auth: { concurrency: 2, attempts: 16 },
  catalog: { concurrency: 2, attempts: 16 },
  'section-requests': { concurrency: 2, attempts: 16 },
  reports: { concurrency: 2, attempts: 16 },
  exports: { concurrency: 2, attempts: 7 },
  imports: { concurrency: 1, attempts: 7 },
  invitations: { concurrency: 2, attempts: 16 },
  schedules: { concurrency: 2, attempts: 8 },
} as const satisfies Readonly<Record<string, QueueSettings>>;

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** Retries wait 1, 2, 4, … seconds, shortened at random by up to half. */
export const BACKOFF = { type: 'exponential', delay: SECOND_MS, jitter: 0.5 } as const;

/** How long, and how many, finished jobs are remembered: their ids are not accepted again until then. */
export const COMPLETED_JOBS = { retentionMs: DAY_MS, count: 1000 };
export const FAILED_JOBS = { retentionMs: 30 * DAY_MS, count: 10_000 };

/** Returns BullMQ's options of every job of a queue. */
export function jobOptions(name: QueueName): NonNullable<Queue['defaultJobOptions']> {
  return {
    attempts: QUEUES[name].attempts,
    backoff: BACKOFF,
    removeOnComplete: { age: COMPLETED_JOBS.retentionMs, count: COMPLETED_JOBS.count },
    removeOnFail: { age: FAILED_JOBS.retentionMs, count: FAILED_JOBS.count },
    stackTraceLimit: 5,
  };
}

/**
 * Returns BullMQ's options of the worker of a queue. Locks are short, so that jobs of a killed worker are taken over within
 * seconds. A job survives many such deaths, since it seldom causes them.
 */
export function workerOptions(name: QueueName): Partial<WorkerOptions> {
  return {
    concurrency: QUEUES[name].concurrency,
    lockDuration: 12 * SECOND_MS,
    stalledInterval: 8 * SECOND_MS,
    maxStalledCount: 25,
  };
}

/** Returns the queue of an event type. */
export function queueOf(type: string): QueueName {
  return type.slice(0, type.indexOf('.')) as QueueName;
}

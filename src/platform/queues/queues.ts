import { Injectable } from '@nestjs/common';
import type { Queue, WorkerOptions } from 'bullmq';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** How a queue works, where that differs from queue to queue. */
interface QueueSettings {
  /** How many of its jobs one process works on at a time. */
  readonly concurrency: number;
  /** How often a job is tried before it counts as failed. */
  readonly attempts: number;
}

/**
 * The queues, by the first word of the events that go through them. Mail is tried for about nine hours, which outlives most
 * outages of a mail server; what reads and writes files alone needs fewer tries.
 */
export const QUEUES = {
  orders: { concurrency: 4, attempts: 16 },
  users: { concurrency: 4, attempts: 16 },
  auth: { concurrency: 2, attempts: 16 },
  catalog: { concurrency: 2, attempts: 16 },
  'section-requests': { concurrency: 2, attempts: 16 },
  reports: { concurrency: 2, attempts: 16 },
  exports: { concurrency: 2, attempts: 5 },
  imports: { concurrency: 1, attempts: 5 },
  schedules: { concurrency: 2, attempts: 8 },
} as const satisfies Readonly<Record<string, QueueSettings>>;

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** A job is only the name of an event: what it is about stands in the database. */
export interface EventJob {
  readonly eventId: string;
}

/** What every job is added with: retries that wait longer each time, and how long its traces are kept. */
export function jobOptions(name: QueueName): Queue['defaultJobOptions'] {
  return {
    attempts: QUEUES[name].attempts,
    backoff: { type: 'exponential', delay: SECOND, jitter: 0.5 },
    removeOnComplete: { age: DAY, count: 1000 },
    removeOnFail: { age: 30 * DAY, count: 10_000 },
    stackTraceLimit: 5,
  };
}

/**
 * How a worker takes jobs of a queue. Locks are short, so that the jobs of a worker that was killed are taken over within
 * some seconds; and a job outlives many such deaths, since most of them are none of its fault.
 */
export function workerOptions(name: QueueName): Partial<WorkerOptions> {
  return {
    concurrency: QUEUES[name].concurrency,
    lockDuration: 12 * SECOND,
    stalledInterval: 8 * SECOND,
    maxStalledCount: 25,
  };
}

/** The queue that an event goes through. */
export function queueOf(type: string): QueueName {
  return type.slice(0, type.indexOf('.')) as QueueName;
}

/** The queues of this process. None where it is not there to serve: on the command line, or while the API is described. */
@Injectable()
export class Queues {
  constructor(private readonly queues: ReadonlyMap<string, Queue<EventJob>>) {}

  get all(): Queue<EventJob>[] {
    return [...this.queues.values()];
  }

  of(name: QueueName): Queue<EventJob> {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`There is no queue ${name} in this process.`);
    return queue;
  }
}

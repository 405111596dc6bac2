import type { QueueName } from './queues.js';

/** Payload of a job: an event's id. Everything else is in the database. */
export interface EventJob {
  readonly eventId: string;
}

/** A job to add. */
export interface NewJob {
  /** The event's id. A queue accepts each id once, for as long as it remembers the job. */
  readonly id: string;
  /** The event's type. */
  readonly name: string;
}

/** A job as processors see it: the part of BullMQ's `Job` that both queues provide. */
export interface JobRun {
  readonly name: string;
  readonly data: EventJob;
  /** Number of finished attempts. */
  readonly attemptsMade: number;
  readonly opts: { readonly attempts?: number };
}

/** `unknown` where the queue does not have the job. */
export type JobState = 'pending' | 'active' | 'delayed' | 'completed' | 'failed' | 'unknown';

export interface JobStatus {
  readonly state: JobState;
  readonly failedReason?: string;
}

/** Number of jobs of a queue by state. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** Jobs that wait for their next attempt. */
  readonly delayed: number;
  readonly failed: number;
  /** When the job that has waited longest was added, in milliseconds since 1970; null if none waits. */
  readonly oldestWaitingAt: number | null;
}

/** A tick job on the queue `schedules` says that a schedule may be due. It carries no data. */
export const TICK = 'tick';

/** Delivers events to their processors: at least once, in the order of adding, with retries. */
export abstract class JobQueue {
  /** True if the queue forgets its jobs when the process ends. */
  abstract readonly isVolatile: boolean;

  /** @throws TimeoutError, or what keeps the queue from answering */
  abstract ping(timeoutMs: number): Promise<void>;

  /** Adds jobs. Those whose id the queue has are left as they are. @throws if the queue is closed or unavailable */
  abstract add(queue: QueueName, jobs: readonly NewJob[]): Promise<void>;

  abstract status(queue: QueueName, id: string): Promise<JobStatus>;

  /** Removes a job that is not active, so that its id can be added again. */
  abstract remove(queue: QueueName, id: string): Promise<void>;

  abstract counts(queue: QueueName): Promise<QueueCounts>;

  /** False while too many jobs wait to add more. */
  abstract hasCapacity(): boolean;

  /** Adds a {@link TICK} to `schedules` whenever the cron expression is due. Repeating the call changes nothing. */
  abstract upsertTick(name: string, cron: string, timeZone: string): Promise<void>;

  /** Starts to work on jobs. A process that only serves requests never calls it. */
  abstract startWorkers(): void;

  /** Accepts and starts no more jobs, and waits for active ones, but not longer than the timeout. */
  abstract close(timeoutMs: number): Promise<void>;
}

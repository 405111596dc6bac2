import { Backoffs, UnrecoverableError, type MinimalJob } from 'bullmq';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../common/clock.js';
import type { JobRun, JobState, JobStatus, QueueCounts } from './job-queue.js';
import { BACKOFF, COMPLETED_JOBS, FAILED_JOBS } from './queues.js';

interface InProcessJob extends JobRun {
  readonly id: string;
  readonly addedAt: number;
  attemptsMade: number;
  state: Exclude<JobState, 'unknown'>;
}

/** One queue of `InProcessQueue`: its jobs from adding to their end. */
export class InProcessJobs {
  private readonly waiting: InProcessJob[] = [];
  /** Waiting, active and delayed jobs by id. */
  private readonly pending = new Map<string, InProcessJob>();
  private readonly retries = new Map<string, NodeJS.Timeout>();
  private readonly active = new Set<Promise<void>>();
  private readonly completed = new LRUCache<string, true>({
    max: COMPLETED_JOBS.count,
    ttl: COMPLETED_JOBS.retentionMs,
  });
  /** Reasons of failed jobs by id. */
  private readonly failures = new LRUCache<string, string>({
    max: FAILED_JOBS.count,
    ttl: FAILED_JOBS.retentionMs,
  });
  private isRunning = false;
  private isPumping = false;

  constructor(
    private readonly settings: { readonly concurrency: number; readonly attempts: number },
    private readonly process: (job: JobRun) => Promise<unknown>,
    private readonly clock: Clock,
  ) {}

  /** Number of jobs that are due and not started. */
  get waitingCount(): number {
    return this.waiting.length;
  }

  /** Adds a job, unless its id is pending or is remembered as completed or failed. */
  add(id: string, name: string, attempts = this.settings.attempts): void {
    if (this.pending.has(id) || this.completed.has(id) || this.failures.has(id)) return;
    const job: InProcessJob = {
      ...{ id, name, data: { eventId: id }, attemptsMade: 0, opts: { attempts } },
      addedAt: this.clock.now(),
      state: 'pending',
    };
    this.pending.set(id, job);
    this.enqueue(job);
  }

  status(id: string): JobStatus {
    const job = this.pending.get(id);
    if (job !== undefined) return { state: job.state };
    const failedReason = this.failures.get(id);
    if (failedReason !== undefined) return { state: 'failed', failedReason };
    return { state: this.completed.has(id) ? 'completed' : 'unknown' };
  }

  /** Forgets a job that is not active. */
  remove(id: string): void {
    this.completed.delete(id);
    this.failures.delete(id);
    const job = this.pending.get(id);
    if (job === undefined || job.state === 'active') return;
    this.pending.delete(id);
    clearTimeout(this.retries.get(id));
    this.retries.delete(id);
    const position = this.waiting.indexOf(job);
    if (position >= 0) this.waiting.splice(position, 1);
  }

  counts(): QueueCounts {
    return {
      waiting: this.waiting.length,
      active: this.active.size,
      delayed: this.retries.size,
      failed: this.failures.size,
      oldestWaitingAt: this.waiting[0]?.addedAt ?? null,
    };
  }

  start(): void {
    this.isRunning = true;
    this.pump();
  }

  /** Starts no more jobs. Resolves when the active ones have ended. */
  async stop(): Promise<void> {
    this.isRunning = false;
    for (const timer of this.retries.values()) clearTimeout(timer);
    await Promise.all(this.active);
  }

  private enqueue(job: InProcessJob): void {
    job.state = 'pending';
    this.waiting.push(job);
    this.pump();
  }

  /** Starts one job in each turn of the event loop, so that requests are served in between. */
  private pump(): void {
    if (this.isPumping || !this.canStart()) return;
    this.isPumping = true;
    setImmediate(() => {
      this.isPumping = false;
      const job = this.canStart() ? this.waiting.shift() : undefined;
      if (job === undefined) return;
      const run = this.run(job).finally(() => {
        this.active.delete(run);
        this.pump();
      });
      this.active.add(run);
      this.pump();
    });
  }

  private canStart(): boolean {
    return this.isRunning && this.waiting.length > 0 && this.active.size < this.settings.concurrency;
  }

  private async run(job: InProcessJob): Promise<void> {
    job.state = 'active';
    try {
      await this.process(job);
      this.pending.delete(job.id);
      this.completed.set(job.id, true);
    } catch (error) {
      await this.retryOrFail(job, error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async retryOrFail(job: InProcessJob, error: Error): Promise<void> {
    job.attemptsMade += 1;
    if (error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1)) {
      this.pending.delete(job.id);
      this.failures.set(job.id, error.message);
      return;
    }
    // BullMQ's own calculation, so that retries wait as long as on Redis. Exponential backoff reads nothing of the job.
    const delay = await Backoffs.calculate(BACKOFF, job.attemptsMade, error, job as unknown as MinimalJob);
    job.state = 'delayed';
    const retry = setTimeout(() => {
      this.retries.delete(job.id);
      this.enqueue(job);
    }, delay ?? 0);
    this.retries.set(job.id, retry.unref());
  }
}

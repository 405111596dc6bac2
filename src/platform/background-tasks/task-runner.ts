import { Injectable } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { ChangeSignals } from '../realtime/change-signals.js';
import { TaskLeases } from './task-leases.js';
import { TaskProgress, TaskStopped } from './task-progress.js';
import type { TaskType } from './task-type.js';

/** A failure that no further attempt can change, such as a full disk. */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure';

  /** @param code a key of the type's failures */
  constructor(readonly code: string) {
    super(`The task fails with ${code}.`);
  }
}

/** Runs tasks: one worker at a time for each, in a limited number of attempts. */
@Injectable()
export class TaskRunner {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Does nothing if the task is finished, cancelled or deleted. Starts over if its worker died.
   *
   * @param work throws TaskFailure, or an error that is worth another attempt
   * @throws TaskInProgress if another worker holds the lease, or has taken it over; any other error of the work, so that the event is retried
   */
  async run(type: TaskType, id: string, work: (task: TaskProgress) => Promise<void>): Promise<void> {
    const lease = await this.leases.acquire(type, id);
    if (lease === undefined) return;
    const task = new TaskProgress(lease, this.database, this.clock, this.signals);
    try {
      await work(task).catch((error: unknown) => handleFailure(task, error));
    } catch (error) {
      if (!(error instanceof TaskStopped)) throw error;
      // The event of a task that was taken over must stay pending, because its new worker may die.
      await this.leases.refuseIfUnfinished(type, id);
    }
  }
}

async function handleFailure(task: TaskProgress, error: unknown): Promise<void> {
  const { type, attempt } = task.lease;
  if (error instanceof TaskStopped) throw error;
  if (error instanceof TaskFailure) return task.fail(error.code);
  if (attempt < type.maxAttempts) {
    await task.release();
    throw error;
  }
  await task.fail(type.repeatedFailure);
  throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
}

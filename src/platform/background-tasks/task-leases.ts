import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { SECOND_MS } from '../common/durations.js';
import { Database } from '../database/database.js';
import { join, raw, sql, type Sql } from '../database/transaction.js';
import type { TaskType } from './task-type.js';

/** The right to work on one task. It is lost if the task is cancelled or another process takes over. */
export interface Lease {
  readonly type: TaskType;
  readonly id: string;
  /** Attempt number, starting at 1. */
  readonly attempt: number;
  /** SQL condition that holds while the lease is held: the WHERE of every write of its holder. */
  readonly isHeld: Sql;
}

/** Another process works on the task. A redelivered event must stay pending, since that process may die. */
export class TaskInProgress extends Error {
  override readonly name = 'TaskInProgress';
}

/** How long a lease is held without a heartbeat: longer than any pause of a live process. */
export const LEASE_MS = 20 * SECOND_MS;

/**
 * Grants one process at a time a lease on a task; another takes over when the lease expires. The attempt number fences: a
 * process that resumes after its lease has expired finds that it is no longer held.
 */
@Injectable()
export class TaskLeases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns undefined if the task is finished or unknown
   * @throws TaskInProgress while another process holds the lease
   */
  async acquire(type: TaskType, id: string): Promise<Lease | undefined> {
    const { table, activeStatuses: working } = type;
    const now = this.clock.now();
    const isWorking = sql`status IN (${join(working)})`;
    const free = sql`status = 'queued' OR (${isWorking} AND lease_until < ${now})`;
    const taken = await this.database.transaction((tx) =>
      tx.row<{ attempt: number }>(sql`
        UPDATE ${raw(table)} SET status = ${working[0]}, attempt = attempt + 1, ${heartbeat(now)}
        WHERE id = ${id} AND (${free}) RETURNING attempt`),
    );
    if (taken !== undefined) {
      const { attempt } = taken;
      return { type, id, attempt, isHeld: sql`id = ${id} AND attempt = ${attempt} AND ${isWorking}` };
    }
    await this.refuseIfUnfinished(type, id);
    return undefined;
  }

  /** @throws TaskInProgress if the task is queued, or another process works on it */
  async refuseIfUnfinished({ table, activeStatuses }: TaskType, id: string): Promise<void> {
    const unfinished = await this.database.read.row(
      sql`SELECT 1 AS found FROM ${raw(table)} WHERE id = ${id} AND status IN (${join(['queued', ...activeStatuses])})`,
    );
    if (unfinished !== undefined)
      throw new TaskInProgress(`${table} ${id} is in progress in another process.`);
  }
}

/** Returns the assignment for an UPDATE that extends the lease. */
export function heartbeat(now: number): Sql {
  return sql`lease_until = ${now + LEASE_MS}`;
}

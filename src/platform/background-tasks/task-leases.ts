import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { join, raw, sql, type Sql } from '../database/transaction.js';

/**
 * Long work whose state is a row, such as an export. Its table has the columns `id`, `status`, `attempt` and
 * `lease_until`, and it waits in the status `queued`.
 */
export interface TaskType {
  readonly table: string;
  /** The statuses in which somebody works on it. It begins in the first. */
  readonly activeStatuses: readonly [string, ...string[]];
}

/** The right to work on one row. It is lost where the work is cancelled, or where somebody else took over. */
export interface Lease {
  readonly id: string;
  /** The how manieth it is, from 1. */
  readonly attempt: number;
  /** True of the row as long as the claim is good, to be the WHERE of whatever its holder writes to it. */
  readonly isHeld: Sql;
}

/** Somebody is at it. An event that is delivered again must stay open, for who is at it may fall over. */
export class TaskInProgress extends Error {
  override readonly name = 'TaskInProgress';
}

/** How long a claim is good without a sign of life: longer than any pause of a process that is alive. */
const LEASE_MILLISECONDS = 20_000;

/**
 * Sees to it that one process at a time does a long piece of work, and that another takes over where it has died. The
 * number of the attempt fences: whoever comes back from the dead finds that its claim is no longer good.
 */
@Injectable()
export class TaskLeases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns undefined where there is nothing left to do
   * @throws TaskInProgress where somebody else works on it and is alive
   */
  async acquire({ table, activeStatuses: working }: TaskType, id: string): Promise<Lease | undefined> {
    const isWorking = sql`status IN (${join(working)})`;
    const free = sql`status = 'queued' OR (${isWorking} AND lease_until < ${this.clock.now()})`;
    const taken = await this.database.transaction((tx) =>
      tx.row<{ attempt: number }>(sql`
        UPDATE ${raw(table)} SET status = ${working[0]}, attempt = attempt + 1, ${this.heartbeat()}
        WHERE id = ${id} AND (${free}) RETURNING attempt`),
    );
    if (taken !== undefined) {
      const { attempt } = taken;
      return { id, attempt, isHeld: sql`id = ${id} AND attempt = ${attempt} AND ${isWorking}` };
    }
    const busy = await this.database.read.row(
      sql`SELECT 1 AS busy FROM ${raw(table)} WHERE id = ${id} AND ${isWorking}`,
    );
    if (busy !== undefined) throw new TaskInProgress(`${table} ${id} is being worked on.`);
    return undefined;
  }

  /** What an UPDATE sets so that the claim stays good for a while. */
  heartbeat(): Sql {
    return sql`lease_until = ${this.clock.now() + LEASE_MILLISECONDS}`;
  }

  /** Puts the work back, for the next attempt. Tells whether the claim was still good. */
  async release({ table }: TaskType, { isHeld: isGood }: Lease): Promise<boolean> {
    const given = await this.database.write(
      sql`UPDATE ${raw(table)} SET status = 'queued', lease_until = NULL WHERE ${isGood}`,
    );
    return given === 1;
  }
}

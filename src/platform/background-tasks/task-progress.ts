import type { Clock } from '../common/clock.js';
import type { Database } from '../database/database.js';
import { raw, sql, type Sql, type Transaction } from '../database/transaction.js';
import type { ChangeSignals } from '../realtime/change-signals.js';
import { heartbeat, type Lease } from './task-leases.js';

/** The task was cancelled, or another process took over: its worker must stop. */
export class TaskStopped extends Error {
  override readonly name = 'TaskStopped';
}

/** Records the progress of one attempt. All writes of its worker to the row of the task go through this class. */
export class TaskProgress {
  constructor(
    readonly lease: Lease,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws TaskStopped, like the other methods */
  async begin(changes: Sql): Promise<void> {
    await this.advance(sql`started_at = ${this.clock.now()}, ${changes}`);
  }

  /** Extends the lease, too. */
  async advance(changes: Sql): Promise<void> {
    await this.database.transaction((tx) => this.write(tx, sql`${changes}, ${heartbeat(this.clock.now())}`));
  }

  /**
   * Like {@link advance}, while this worker has an open transaction. On SQLite it does nothing: an open transaction excludes
   * all other writes, so no worker can take over either.
   */
  async advanceInTransaction(changes: Sql): Promise<void> {
    const { type, id, isHeld } = this.lease;
    const changed = await this.database.writeBeside(
      sql`UPDATE ${raw(type.table)} SET ${changes}, ${heartbeat(this.clock.now())} WHERE ${isHeld}`,
    );
    if (changed === 0) throw new TaskStopped();
    this.signals.publish(type.topic(id));
  }

  /** Ends the task in one of its final statuses, in the transaction of its results. */
  async finish(tx: Transaction, status: string, changes: Sql): Promise<void> {
    await this.write(tx, sql`status = ${status}, finished_at = ${this.clock.now()}, ${changes}`);
  }

  /** @param code a key of the type's failures */
  async fail(code: string): Promise<void> {
    await this.database.transaction((tx) => this.finish(tx, 'failed', sql`error = ${code}`));
  }

  /** Returns the task to the queue for its next attempt. */
  async release(): Promise<void> {
    await this.database.transaction((tx) => this.write(tx, sql`status = 'queued', lease_until = NULL`));
  }

  private async write(tx: Transaction, changes: Sql): Promise<void> {
    const { type, id, isHeld } = this.lease;
    const changed = await tx.execute(sql`UPDATE ${raw(type.table)} SET ${changes} WHERE ${isHeld}`);
    if (changed !== 1) throw new TaskStopped();
    this.signals.changed(tx, type.topic(id));
  }
}

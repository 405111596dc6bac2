import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease, type TaskType } from '../background-tasks/task-leases.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { sql, type Sql } from '../database/transaction.js';
import { ChangeSignals } from '../realtime/change-signals.js';

export const EXPORTS: TaskType = { table: 'exports', activeStatuses: ['running'] };

const HOURS_KEPT = 24;
export const MILLISECONDS_KEPT = HOURS_KEPT * 3_600_000;

/** It was cancelled, or another process took over: whoever works on it stops. */
export class ExportStopped extends Error {
  override readonly name = 'ExportStopped';
}

/** Tells how far an export has come. All that its worker writes to its row goes through here. */
@Injectable()
export class ExportProgress {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws ExportStopped, as all of these do */
  async begin(claim: Lease, rowsTotal: number): Promise<void> {
    await this.write(claim, sql`started_at = ${this.clock.now()}, rows_done = 0, rows_total = ${rowsTotal}`);
  }

  async advance(claim: Lease, rowsDone: number): Promise<void> {
    await this.write(claim, sql`rows_done = ${rowsDone}`);
  }

  async finish(claim: Lease, written: { rows: number; bytes: number }): Promise<void> {
    const now = this.clock.now();
    await this.write(
      claim,
      sql`status = 'done', rows_done = ${written.rows}, rows_total = ${written.rows}, bytes = ${written.bytes},
          finished_at = ${now}, expires_at = ${now + MILLISECONDS_KEPT}`,
    );
  }

  /** @param code one of `EXPORT_FAILURES` */
  async fail(claim: Lease, code: string): Promise<void> {
    await this.write(claim, sql`status = 'failed', error = ${code}, finished_at = ${this.clock.now()}`);
  }

  private async write(claim: Lease, changes: Sql): Promise<void> {
    const changed = await this.database.write(
      sql`UPDATE exports SET ${changes}, ${this.leases.heartbeat()} WHERE ${claim.isHeld}`,
    );
    if (changed !== 1) throw new ExportStopped();
    this.signals.publish(`export:${claim.id}`);
  }
}

import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease, type TaskType } from '../background-tasks/task-leases.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { sql, type Sql } from '../database/transaction.js';
import { ChangeSignals } from '../realtime/change-signals.js';

export const EXPORTS: TaskType = { table: 'exports', activeStatuses: ['running'] };

const FILE_RETENTION_MS = 24 * 3_600_000;

/** The export was cancelled, or another process took over: its worker must stop. */
export class ExportStopped extends Error {
  override readonly name = 'ExportStopped';
}

/** Records the progress of an export. All writes of its worker to its row go through this class. */
@Injectable()
export class ExportProgress {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws ExportStopped, like the other methods */
  async begin(lease: Lease, rowsTotal: number): Promise<void> {
    await this.write(lease, sql`started_at = ${this.clock.now()}, rows_done = 0, rows_total = ${rowsTotal}`);
  }

  async advance(lease: Lease, rowsDone: number): Promise<void> {
    await this.write(lease, sql`rows_done = ${rowsDone}`);
  }

  async finish(lease: Lease, written: { rows: number; bytes: number }): Promise<void> {
    const now = this.clock.now();
    await this.write(
      lease,
      sql`status = 'done', rows_done = ${written.rows}, rows_total = ${written.rows}, bytes = ${written.bytes},
          finished_at = ${now}, expires_at = ${now + FILE_RETENTION_MS}`,
    );
  }

  /** @param code a key of `EXPORT_FAILURES` */
  async fail(lease: Lease, code: string): Promise<void> {
    await this.write(lease, sql`status = 'failed', error = ${code}, finished_at = ${this.clock.now()}`);
  }

  private async write(lease: Lease, changes: Sql): Promise<void> {
    const changed = await this.database.write(
      sql`UPDATE exports SET ${changes}, ${this.leases.heartbeat()} WHERE ${lease.isHeld}`,
    );
    if (changed !== 1) throw new ExportStopped();
    this.signals.publish(`export:${lease.id}`);
  }
}

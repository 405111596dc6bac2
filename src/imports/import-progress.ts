import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease, type TaskType } from '../platform/background-tasks/task-leases.js';
import { Clock } from '../platform/common/clock.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Sql, type Transaction } from '../platform/database/transaction.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import type { RowError } from './products/import-row.js';

export const IMPORTS: TaskType = { table: 'imports', activeStatuses: ['validating', 'applying'] };

/** More errors do not help to fix the file. `error_count` has the total. */
export const MAX_STORED_ERRORS = 10_000;
const ERROR_BATCH_SIZE = 500;

/** Thrown when the import was cancelled or taken over by another process: the worker stops. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

/** Rows and changes of a file, applied or planned. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
}

/** Errors of a file: the first ones, and their total number. */
export interface ImportErrors {
  readonly first: readonly RowError[];
  readonly count: number;
}

/** Writes the progress of an import. The worker changes the row of its import only through this class. */
@Injectable()
export class ImportProgress {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws ImportStopped, like every method of this class */
  async begin(lease: Lease): Promise<void> {
    await this.write(lease, sql`started_at = ${this.clock.now()}, percent = 0`);
  }

  async advance(lease: Lease, percent: number): Promise<void> {
    await this.write(lease, sql`percent = ${Math.round(percent)}`);
  }

  async startApplying(lease: Lease, rows: number): Promise<void> {
    await this.write(lease, sql`status = 'applying', percent = 50, rows_total = ${rows}`);
  }

  /** Marks the import as done, in the same transaction as the applied rows. */
  async finish(tx: Transaction, lease: Lease, counts: ImportCounts): Promise<void> {
    const { rows, added, updated, deliveries } = counts;
    await this.writeIn(
      tx,
      lease,
      sql`status = 'done', percent = 100, finished_at = ${this.clock.now()}, rows_total = ${rows},
          added = ${added}, updated = ${updated}, deliveries = ${deliveries}`,
    );
  }

  /** Marks the import as invalid and stores its errors. */
  async refuse(lease: Lease, rows: number, { first, count }: ImportErrors): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.writeIn(
        tx,
        lease,
        sql`status = 'invalid', finished_at = ${this.clock.now()}, rows_total = ${rows}, error_count = ${count}`,
      );
      for (let start = 0; start < first.length; start += ERROR_BATCH_SIZE) {
        const errors = first
          .slice(start, start + ERROR_BATCH_SIZE)
          .map(
            ({ line, column, code, message }, i) =>
              sql`(${lease.id}, ${start + i}, ${line}, ${column}, ${code}, ${message})`,
          );
        await tx.execute(sql`
          INSERT INTO import_errors (import_id, position, line, column_name, code, message) VALUES ${join(errors)}`);
      }
    });
  }

  /** @param code a key of `IMPORT_FAILURES` */
  async fail(lease: Lease, code: string): Promise<void> {
    await this.write(lease, sql`status = 'failed', error = ${code}, finished_at = ${this.clock.now()}`);
  }

  private async write(lease: Lease, changes: Sql): Promise<void> {
    await this.database.transaction((tx) => this.writeIn(tx, lease, changes));
  }

  private async writeIn(tx: Transaction, lease: Lease, changes: Sql): Promise<void> {
    const changed = await tx.execute(
      sql`UPDATE imports SET ${changes}, ${this.leases.heartbeat()} WHERE ${lease.isHeld}`,
    );
    if (changed !== 1) throw new ImportStopped();
    this.signals.changed(tx, `import:${lease.id}`);
  }
}

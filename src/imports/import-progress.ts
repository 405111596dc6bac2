import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease, type TaskType } from '../platform/background-tasks/task-leases.js';
import { Clock } from '../platform/common/clock.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Sql, type Transaction } from '../platform/database/transaction.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import type { RowError } from './products/import-row.js';

export const IMPORTS: TaskType = { table: 'imports', activeStatuses: ['validating', 'applying'] };

/** More would help nobody to mend the file; how many there are in all is told as well. */
export const MAX_STORED_ERRORS = 10_000;
const ERRORS_AT_ONCE = 500;

/** It was cancelled, or another process took over: whoever works on it stops. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

/** What came of a file, or would come of it. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
}

/** What is wrong with a file: the first of its errors, and how many there are in all. */
export interface ImportFaults {
  readonly first: readonly RowError[];
  readonly count: number;
}

/** Tells how far an import has come. All that its worker writes to its row goes through here. */
@Injectable()
export class ImportProgress {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws ImportStopped, as all of these do */
  async begin(claim: Lease): Promise<void> {
    await this.write(claim, sql`started_at = ${this.clock.now()}, percent = 0`);
  }

  async advance(claim: Lease, percent: number): Promise<void> {
    await this.write(claim, sql`percent = ${Math.round(percent)}`);
  }

  async beginToApply(claim: Lease, rows: number): Promise<void> {
    await this.write(claim, sql`status = 'applying', percent = 50, rows_total = ${rows}`);
  }

  /** Ends it well, in the transaction of what it did where it did something. */
  async finish(tx: Transaction, claim: Lease, counts: ImportCounts): Promise<void> {
    const { rows, added, updated, deliveries } = counts;
    await this.writeIn(
      tx,
      claim,
      sql`status = 'done', percent = 100, finished_at = ${this.clock.now()}, rows_total = ${rows},
          added = ${added}, updated = ${updated}, deliveries = ${deliveries}`,
    );
  }

  /** Ends it with what is wrong with the file. */
  async refuse(claim: Lease, rows: number, { first, count }: ImportFaults): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.writeIn(
        tx,
        claim,
        sql`status = 'invalid', finished_at = ${this.clock.now()}, rows_total = ${rows}, error_count = ${count}`,
      );
      for (let start = 0; start < first.length; start += ERRORS_AT_ONCE) {
        const errors = first
          .slice(start, start + ERRORS_AT_ONCE)
          .map(
            ({ line, column, code, message }, i) =>
              sql`(${claim.id}, ${start + i}, ${line}, ${column}, ${code}, ${message})`,
          );
        await tx.execute(sql`
          INSERT INTO import_errors (import_id, position, line, column_name, code, message) VALUES ${join(errors)}`);
      }
    });
  }

  /** @param code one of `IMPORT_FAILURES` */
  async fail(claim: Lease, code: string): Promise<void> {
    await this.write(claim, sql`status = 'failed', error = ${code}, finished_at = ${this.clock.now()}`);
  }

  private async write(claim: Lease, changes: Sql): Promise<void> {
    await this.database.transaction((tx) => this.writeIn(tx, claim, changes));
  }

  private async writeIn(tx: Transaction, claim: Lease, changes: Sql): Promise<void> {
    const changed = await tx.execute(
      sql`UPDATE imports SET ${changes}, ${this.leases.heartbeat()} WHERE ${claim.isHeld}`,
    );
    if (changed !== 1) throw new ImportStopped();
    this.signals.changed(tx, `import:${claim.id}`);
  }
}

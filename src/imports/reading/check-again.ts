import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import type { ImportStatus } from '../import-status.js';
import { importErrors } from '../imports.errors.js';
import { ImportsService } from '../imports.service.js';
import { ImportQueue } from '../requests/import-queue.js';
import type { ReadingBody } from './reading.dto.js';

interface CheckedRow {
  readonly status: ImportStatus;
  readonly dry_run: boolean | number;
  readonly faults: string | null;
}

/** Checks the file of an import again, read in another way or after the catalog has changed. */
@Injectable()
export class CheckAgain {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
    private readonly jobs: ImportQueue,
  ) {}

  /**
   * Queues the check. A job then does it.
   *
   * @param choice what the person says about the file; undefined to read it as before
   * @param prepare changes the catalog in the same transaction, after the import was found checkable
   * @throws imports.not-found, imports.not-own, imports.not-checkable, imports.file-gone, imports.too-many; errors of prepare
   */
  async run(
    user: AuthenticatedUser,
    id: string,
    choice: ReadingBody | undefined,
    prepare: (tx: Transaction, row: CheckedRow) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const fileExists = await this.jobs.hasOwnFile(user, id);
    await this.database.transaction(async (tx) => {
      const row = await this.lockCheckable(tx, id);
      if (!fileExists) throw importErrors['file-gone']();
      await prepare(tx, row);
      await this.imports.refuseTooMany(tx, user.id);
      await this.queue(tx, user, id, choice);
    });
  }

  private async lockCheckable(tx: Transaction, id: string): Promise<CheckedRow> {
    const row = await tx.row<CheckedRow>(
      sql`SELECT status, dry_run, faults FROM imports WHERE id = ${id} ${tx.forUpdate}`,
    );
    if (row === undefined) throw importErrors['not-found']();
    const isChecked = row.status === 'done' || row.status === 'invalid';
    if (!isChecked || !row.dry_run) throw importErrors['not-checkable']({ importStatus: row.status });
    return row;
  }

  private async queue(
    tx: Transaction,
    user: AuthenticatedUser,
    id: string,
    choice: ReadingBody | undefined,
  ): Promise<void> {
    if (choice !== undefined)
      await tx.execute(sql`
        UPDATE imports SET reading_choice = ${JSON.stringify(choice)}, reading = NULL WHERE id = ${id}`);
    await tx.execute(sql`
      UPDATE imports SET status = 'queued', percent = 0, lease_until = NULL, rows_total = NULL, added = 0, updated = 0,
        deliveries = 0, counted = 0, rate_changes = 0, error_count = 0, faults = NULL, started_at = NULL, finished_at = NULL
      WHERE id = ${id}`);
    await tx.execute(sql`DELETE FROM import_errors WHERE import_id = ${id}`);
    await tx.execute(sql`DELETE FROM import_rows WHERE import_id = ${id}`);
    await tx.execute(sql`DELETE FROM import_changes WHERE import_id = ${id}`);
    await this.jobs.add(tx, user, id, {
      action: 'imports.checked-again',
      after: choice === undefined ? {} : { ...choice },
    });
  }
}

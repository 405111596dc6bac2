import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { lockRows, refuseRepeat } from './applied-files.js';
import { ImportQueue } from './import-queue.js';
import { IS_CHECKED } from './checked-import.js';
import { IMPORTS } from '../import-task.js';
import type { ApplyImportBody, ImportView } from '../imports.dto.js';
import { importErrors } from '../imports.errors.js';
import { ImportsService } from '../imports.service.js';

interface CheckedRow extends Pick<ImportView, 'status'> {
  readonly dry_run: boolean | number;
  readonly content_sha256: string;
  readonly rate_changes: number;
}

/** Applies a file that was checked without errors, without another upload. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
    private readonly jobs: ImportQueue,
  ) {}

  /**
   * Queues the import, which a job then applies. Does nothing if it is already in progress, so that a repeated request
   * has no effect.
   *
   * @throws imports.not-found; imports.not-own for an admin; imports.already-applied, imports.not-applicable, imports.file-gone,
   *   imports.too-many; imports.file-applied-before and imports.rates-unconfirmed, unless that is confirmed
   */
  async run(
    user: AuthenticatedUser,
    id: string,
    { confirmRepeat = false, confirmRateChanges = false }: ApplyImportBody = {},
  ): Promise<void> {
    const fileExists = await this.jobs.hasOwnFile(user, id);
    await this.database.transaction(async (tx) => {
      const checked = await this.lockChecked(tx, id);
      if (checked === undefined) return;
      if (!fileExists) throw importErrors['file-gone']();
      await lockRows(tx, checked.content_sha256);
      if (!confirmRepeat) await refuseRepeat(tx, id);
      const { rate_changes: rateChanges } = checked;
      if (rateChanges > 0 && !confirmRateChanges) throw importErrors['rates-unconfirmed']({ rateChanges });
      await this.imports.refuseTooMany(tx, user.id);
      await this.queue(tx, user, id, { confirmRepeat, rateChanges });
    });
  }

  /** Locks an import that can be applied. Returns undefined if that is in progress. @throws like run */
  private async lockChecked(tx: Transaction, id: string): Promise<CheckedRow | undefined> {
    const row = await tx.row<CheckedRow>(sql`
      SELECT status, dry_run, content_sha256, rate_changes FROM imports WHERE id = ${id} ${tx.forUpdate}`);
    const status = row?.status ?? 'cancelled';
    const dryRun = Boolean(row?.dry_run);
    if (status === 'done' && !dryRun) throw importErrors['already-applied']();
    if (status !== 'done' && (dryRun || IMPORTS.finalStatuses.includes(status)))
      throw importErrors['not-applicable']({ importStatus: status });
    return status === 'done' ? row : undefined;
  }

  private async queue(
    tx: Transaction,
    user: AuthenticatedUser,
    id: string,
    confirmed: { readonly confirmRepeat: boolean; readonly rateChanges: number },
  ): Promise<void> {
    await tx.execute(sql`
      UPDATE imports SET dry_run = ${false}, status = 'queued', percent = 0, lease_until = NULL, added = 0, updated = 0,
        deliveries = 0, counted = 0, confirmed_rate_changes = ${confirmed.rateChanges}, started_at = NULL, finished_at = NULL
      WHERE id = ${id} AND ${IS_CHECKED}`);
    await this.jobs.add(tx, user, id, {
      action: 'imports.applied',
      before: { dryRun: true },
      after: { dryRun: false, ...confirmed },
    });
  }
}

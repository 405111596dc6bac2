import { Injectable } from '@nestjs/common';
import { TaskFiles } from '../platform/background-tasks/task-files.js';
import type { TaskProgress } from '../platform/background-tasks/task-progress.js';
import { TaskFailure, TaskRunner } from '../platform/background-tasks/task-runner.js';
import { SECOND_MS } from '../platform/common/durations.js';
import { Throttle } from '../platform/common/throttle.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Sql, type Transaction } from '../platform/database/transaction.js';
import { importFile, IMPORTS } from './import-task.js';
import { Import } from './import.entity.js';
import { CustomerImports } from './customers/customer-imports.js';
import { UnreadableWorkbook } from './files/workbook.js';
import { batchesOf } from './kinds/batches.js';
import type { ImportErrors } from './kinds/fault-tally.js';
import type { ImportKind } from './kinds/import-kinds.js';
import { NoLongerValid, type CheckedFile, type Importer, type ImportCounts } from './kinds/importer.js';
import { OrderImports } from './orders/order-imports.js';
import { ProductImports } from './products/product-imports.js';
import type { ReadableFile } from './rows/file-rows.js';
import { ReadFile } from './reading/read-file.js';
import type { ReadingBody } from './reading/reading.dto.js';
import type { Reading } from './reading/reading.js';

const PROGRESS_INTERVAL_MS = SECOND_MS;

/** Checks a file, then applies all of it or nothing. */
@Injectable()
export class RunImport {
  private readonly importers: Readonly<Record<ImportKind, Importer>>;

  constructor(
    private readonly database: Database,
    private readonly tasks: TaskRunner,
    private readonly files: TaskFiles,
    private readonly readFile: ReadFile,
    products: ProductImports,
    customers: CustomerImports,
    orders: OrderImports,
  ) {
    this.importers = { products, customers, orders };
  }

  /** @throws like {@link TaskRunner.run} */
  async run(importId: string): Promise<void> {
    await this.tasks.run(IMPORTS, importId, (task) => this.import(task));
  }

  private async import(task: TaskProgress): Promise<void> {
    const file = await this.database.read.entities.findOneByOrFail(Import, { id: task.lease.id });
    if (!(await this.files.exists(importFile(file.id)))) throw new TaskFailure('imports.file-gone');
    await task.begin(sql`percent = 0`);
    const readable = await this.readableFile(task, file);
    const checked = await this.importers[file.kind].check(
      file,
      readable,
      progressReporter(file.bytes, 0, (changes) => task.advance(changes)),
    );
    const { counts, faults, unconfirmed } = checked;
    if (faults.count > 0) await this.refuse(task, counts.rows, faults);
    else if (file.dryRun) await this.finishCheck(task, checked);
    else if (counts.rateChanges > file.confirmedRateChanges)
      await this.refuse(task, counts.rows, unconfirmed);
    else await this.apply(task, file, checked);
    // The file of a dry run can be checked again, or applied.
    if (!file.dryRun) await this.files.remove(importFile(file.id));
  }

  /** Decides how the file is read, unless that is decided. @throws TaskFailure if it cannot be read at all */
  private async readableFile(task: TaskProgress, file: Import): Promise<ReadableFile> {
    const path = this.files.pathOf(importFile(file.id));
    if (file.reading !== null) return { path, reading: JSON.parse(file.reading) as Reading };
    const choice = JSON.parse(file.readingChoice) as ReadingBody;
    try {
      const reading = await this.readFile.reading(
        { path, ownerId: file.ownerId, kind: file.kind, isSeen: file.dryRun },
        choice,
      );
      await task.advance(sql`reading = ${JSON.stringify(reading)}`);
      return { path, reading };
    } catch (error) {
      if (error instanceof UnreadableWorkbook) throw new TaskFailure('imports.workbook-unreadable');
      throw error;
    }
  }

  private async finishCheck(task: TaskProgress, { counts, storeRows }: CheckedFile): Promise<void> {
    await this.database.transaction(async (tx) => {
      await finish(tx, task, counts);
      await storeRows(tx);
    });
  }

  private async apply(task: TaskProgress, file: Import, checked: CheckedFile): Promise<void> {
    await task.advance(sql`status = 'applying', percent = 50, rows_total = ${checked.counts.rows}`);
    const onProgress = progressReporter(file.bytes, 50, (changes) => task.advanceInTransaction(changes));
    try {
      await this.database.longTransaction(async (tx) => {
        await finish(tx, task, await checked.apply(tx, onProgress));
      });
    } catch (error) {
      if (!(error instanceof NoLongerValid)) throw error;
      await this.refuse(task, checked.counts.rows, error.faults);
    }
  }

  /** Marks the import as invalid and stores its errors. */
  private async refuse(
    task: TaskProgress,
    rows: number,
    { first, count, summary }: ImportErrors,
  ): Promise<void> {
    const { id } = task.lease;
    const values = first.map(
      ({ line, column, code, message }, i) => sql`(${id}, ${i}, ${line}, ${column}, ${code}, ${message})`,
    );
    await this.database.transaction(async (tx) => {
      const faults = JSON.stringify(summary);
      await task.finish(tx, 'invalid', sql`rows_total = ${rows}, error_count = ${count}, faults = ${faults}`);
      await tx.execute(sql`DELETE FROM import_errors WHERE import_id = ${id}`);
      await tx.execute(sql`DELETE FROM import_rows WHERE import_id = ${id}`);
      await tx.execute(sql`DELETE FROM import_changes WHERE import_id = ${id}`);
      for (const batch of batchesOf(values))
        await tx.execute(sql`
          INSERT INTO import_errors (import_id, position, line, column_name, code, message) VALUES ${join(batch)}`);
    });
  }
}

/** Marks the import as done, in the same transaction as the applied rows. */
async function finish(tx: Transaction, task: TaskProgress, counts: ImportCounts): Promise<void> {
  const { rows, added, updated, deliveries, counted, rateChanges } = counts;
  await task.finish(
    tx,
    'done',
    sql`percent = 100, rows_total = ${rows}, added = ${added}, updated = ${updated}, deliveries = ${deliveries},
        counted = ${counted}, rate_changes = ${rateChanges}`,
  );
}

/** Returns a throttled progress callback that counts from `from` percent. A pass over the file is half of the work. */
function progressReporter(
  bytes: number,
  from: number,
  advance: (changes: Sql) => Promise<void>,
): (bytesRead: number) => Promise<void> {
  const throttle = new Throttle(PROGRESS_INTERVAL_MS).restart();
  return async (bytesRead) => {
    const percent = Math.round(from + (50 * bytesRead) / Math.max(1, bytes));
    if (throttle.isDue()) await advance(sql`percent = ${percent}`);
  };
}

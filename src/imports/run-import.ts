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
import { ApplyProducts, NoLongerValid } from './products/apply-products.js';
import type { ImportCounts, ImportErrors } from './products/import-tally.js';
import type { PlannedRow } from './products/product-plan.js';
import type { ReadableFile } from './products/product-rows.js';
import { ValidateProducts, type ValidatedFile } from './products/validate-products.js';
import { UnreadableWorkbook } from './files/workbook.js';
import { ReadFile } from './reading/read-file.js';
import type { ReadingBody } from './reading/reading.dto.js';
import type { Reading } from './reading/reading.js';

const PROGRESS_INTERVAL_MS = SECOND_MS;
const INSERT_BATCH_SIZE = 500;

/** Validates a product file, then applies all of it or nothing. */
@Injectable()
export class RunImport {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskRunner,
    private readonly files: TaskFiles,
    private readonly readFile: ReadFile,
    private readonly validateProducts: ValidateProducts,
    private readonly applyProducts: ApplyProducts,
  ) {}

  /** @throws like {@link TaskRunner.run} */
  async run(importId: string): Promise<void> {
    await this.tasks.run(IMPORTS, importId, (task) => this.import(task));
  }

  private async import(task: TaskProgress): Promise<void> {
    const file = await this.database.read.entities.findOneByOrFail(Import, { id: task.lease.id });
    if (!(await this.files.exists(importFile(file.id)))) throw new TaskFailure('imports.file-gone');
    await task.begin(sql`percent = 0`);
    const readable = await this.readableFile(task, file);
    const validated = await this.validateProducts.run(
      readable,
      progressReporter(file.bytes, 0, (changes) => task.advance(changes)),
    );
    const { counts, faults, unconfirmed } = validated;
    if (faults.count > 0) await this.refuse(task, counts.rows, faults);
    else if (file.dryRun) await this.finishCheck(task, validated);
    else if (counts.rateChanges > file.confirmedRateChanges)
      await this.refuse(task, counts.rows, unconfirmed);
    else await this.apply(task, file, readable, validated);
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
        { path, ownerId: file.ownerId, isSeen: file.dryRun },
        choice,
      );
      await task.advance(sql`reading = ${JSON.stringify(reading)}`);
      return { path, reading };
    } catch (error) {
      if (error instanceof UnreadableWorkbook) throw new TaskFailure('imports.workbook-unreadable');
      throw error;
    }
  }

  private async finishCheck(task: TaskProgress, { counts, shown }: ValidatedFile): Promise<void> {
    await this.database.transaction(async (tx) => {
      await finish(tx, task, counts);
      await storeRows(tx, task.lease.id, shown);
    });
  }

  private async apply(
    task: TaskProgress,
    file: Import,
    readable: ReadableFile,
    validated: ValidatedFile,
  ): Promise<void> {
    await task.advance(sql`status = 'applying', percent = 50, rows_total = ${validated.counts.rows}`);
    const onProgress = progressReporter(file.bytes, 50, (changes) => task.advanceInTransaction(changes));
    try {
      await this.database.longTransaction(async (tx) => {
        await finish(tx, task, await this.applyProducts.run(tx, file, readable, validated, onProgress));
      });
    } catch (error) {
      if (!(error instanceof NoLongerValid)) throw error;
      await this.refuse(task, validated.counts.rows, error.faults);
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
      for (const batch of batchesOf(values))
        await tx.execute(sql`
          INSERT INTO import_errors (import_id, position, line, column_name, code, message) VALUES ${join(batch)}`);
    });
  }
}

/** Stores what a check found. An attempt that was interrupted has stored nothing, but an earlier check may have. */
async function storeRows(tx: Transaction, importId: string, rows: readonly PlannedRow[]): Promise<void> {
  await tx.execute(sql`DELETE FROM import_rows WHERE import_id = ${importId}`);
  const values = rows.map(
    ({ line, before, after, sectionName, delivery, counted, notice }) =>
      sql`(${importId}, ${line}, ${sectionName}, ${after.name}, ${before?.unitType ?? null}, ${after.unitType},
           ${before?.ratePerUnit ?? null}, ${after.ratePerUnit}, ${delivery}, ${counted ?? null}, ${onHand(before)}, ${notice})`,
  );
  for (const batch of batchesOf(values))
    await tx.execute(sql`
      INSERT INTO import_rows (import_id, line, section_name, name, unit_before, unit_type, rate_before, rate_per_unit,
                               delivery, counted, on_hand_before, notice)
      VALUES ${join(batch)}`);
}

function onHand(product: PlannedRow['before']): number | null {
  return product === undefined ? null : product.quantityAvailable + product.quantityPromised;
}

function batchesOf(values: readonly Sql[]): Sql[][] {
  const count = Math.ceil(values.length / INSERT_BATCH_SIZE);
  return Array.from({ length: count }, (_, i) =>
    values.slice(i * INSERT_BATCH_SIZE, (i + 1) * INSERT_BATCH_SIZE),
  );
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

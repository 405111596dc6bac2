import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease } from '../platform/background-tasks/task-leases.js';
import { ProgressThrottle } from '../platform/common/progress-throttle.js';
import { Database } from '../platform/database/database.js';
import { ImportFiles } from './import-files.js';
import { ImportProgress, IMPORTS, ImportStopped } from './import-progress.js';
import { Import } from './import.entity.js';
import { ApplyProducts, NoLongerValid } from './products/apply-products.js';
import { ValidateProducts, type ValidatedFile } from './products/validate-products.js';

const PROGRESS_INTERVAL_MS = 1000;
const MAX_ATTEMPTS = 5;

/** Validates a product file, then applies all of it or nothing. */
@Injectable()
export class RunImport {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly files: ImportFiles,
    private readonly validateProducts: ValidateProducts,
    private readonly applyProducts: ApplyProducts,
    private readonly progress: ImportProgress,
  ) {}

  /**
   * Does nothing if the import has finished. If its worker died, it starts over: nothing of the failed attempt was
   * committed.
   *
   * @throws TaskInProgress if another worker holds the lease; any other error, so that the event is retried
   */
  async run(importId: string): Promise<void> {
    const lease = await this.leases.acquire(IMPORTS, importId);
    if (lease === undefined) return;
    try {
      const isFileNeeded = await this.work(lease);
      if (isFileNeeded) return;
    } catch (error) {
      if (error instanceof ImportStopped) return;
      return this.giveUp(lease, error);
    }
    await this.files.remove(importId);
  }

  /** Returns true if the file is still needed: after a dry run without errors, it can be applied later. */
  private async work(lease: Lease): Promise<boolean> {
    const file = await this.database.read.entities.findOneByOrFail(Import, { id: lease.id });
    const path = this.files.pathOf(file.id);
    if (!(await this.files.exists(file.id))) {
      await this.progress.fail(lease, 'imports.file-gone');
      return false;
    }
    await this.progress.begin(lease);
    const validated = await this.validateProducts.run(path, this.progressReporter(lease, file.bytes, 0));
    const { counts, faults } = validated;
    if (faults.count > 0) {
      await this.progress.refuse(lease, counts.rows, faults);
      return false;
    }
    if (file.dryRun) {
      await this.database.transaction((tx) => this.progress.finish(tx, lease, counts));
      return true;
    }
    await this.progress.startApplying(lease, counts.rows);
    await this.apply(lease, { ...file, path }, validated);
    return false;
  }

  private async apply(
    lease: Lease,
    file: Import & { path: string },
    validated: ValidatedFile,
  ): Promise<void> {
    // While the transaction is open, SQLite accepts no other write. So no worker can take over either.
    const onProgress =
      this.database.dialect.name === 'sqlite'
        ? () => Promise.resolve()
        : this.progressReporter(lease, file.bytes, 50);
    try {
      await this.applyProducts.run(lease, file, validated, onProgress);
    } catch (error) {
      if (!(error instanceof NoLongerValid)) throw error;
      await this.progress.refuse(lease, validated.counts.rows, error.faults);
    }
  }

  /** Returns a throttled progress callback that counts from `from` percent. A pass over the file is half of the work. */
  private progressReporter(lease: Lease, bytes: number, from: number): (bytesRead: number) => Promise<void> {
    const throttle = new ProgressThrottle(PROGRESS_INTERVAL_MS);
    return async (bytesRead) => {
      if (throttle.isDue()) await this.progress.advance(lease, from + (50 * bytesRead) / Math.max(1, bytes));
    };
  }

  private async giveUp(lease: Lease, error: unknown): Promise<void> {
    if (lease.attempt >= MAX_ATTEMPTS) await this.progress.fail(lease, 'imports.failed');
    else if (!(await this.leases.release(IMPORTS, lease))) return;
    throw error;
  }
}

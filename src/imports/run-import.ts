import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease } from '../platform/background-tasks/task-leases.js';
import { ProgressThrottle } from '../platform/common/progress-throttle.js';
import { Database } from '../platform/database/database.js';
import { ImportFiles } from './import-files.js';
import { ImportProgress, IMPORTS, ImportStopped } from './import-progress.js';
import { Import } from './import.entity.js';
import { ApplyProducts, NoLongerValid } from './products/apply-products.js';
import { ValidateProducts, type ValidatedFile } from './products/validate-products.js';

const MILLISECONDS_BETWEEN_SIGNS = 1000;
const MAX_ATTEMPTS = 5;

/** Validates a file of products, and then does all that it says, or nothing. */
@Injectable()
export class RunImport {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly files: ImportFiles,
    private readonly validation: ValidateProducts,
    private readonly application: ApplyProducts,
    private readonly progress: ImportProgress,
  ) {}

  /**
   * Does nothing where the import is over. Where a worker has died over it, it begins anew: what that one had not
   * committed is not there.
   *
   * @throws TaskInProgress where another worker is at it; and whatever went wrong, to be tried again
   */
  async run(importId: string): Promise<void> {
    const claim = await this.leases.acquire(IMPORTS, importId);
    if (claim === undefined) return;
    try {
      const isKept = await this.work(claim);
      if (isKept) return;
    } catch (error) {
      if (error instanceof ImportStopped) return;
      return this.giveUp(claim, error);
    }
    await this.files.remove(importId);
  }

  /** Tells whether the file is kept: one that was only checked, and is good, staff may yet have applied. */
  private async work(claim: Lease): Promise<boolean> {
    const file = await this.database.read.entities.findOneByOrFail(Import, { id: claim.id });
    const path = this.files.pathOf(file.id);
    if (!(await this.files.isThere(file.id))) {
      await this.progress.fail(claim, 'imports.file-gone');
      return false;
    }
    await this.progress.begin(claim);
    const validated = await this.validation.run(path, this.teller(claim, file.bytes, 0));
    const { counts, faults } = validated;
    if (faults.count > 0) {
      await this.progress.refuse(claim, counts.rows, faults);
      return false;
    }
    if (file.dryRun) {
      await this.database.transaction((tx) => this.progress.finish(tx, claim, counts));
      return true;
    }
    await this.progress.beginToApply(claim, counts.rows);
    await this.apply(claim, { ...file, path }, validated);
    return false;
  }

  private async apply(
    claim: Lease,
    file: Import & { path: string },
    validated: ValidatedFile,
  ): Promise<void> {
    // On SQLite nothing else can be written while the transaction is open, and so nobody can take over either.
    const told =
      this.database.dialect.name === 'sqlite' ? () => Promise.resolve() : this.teller(claim, file.bytes, 50);
    try {
      await this.application.run(claim, file, validated, told);
    } catch (error) {
      if (!(error instanceof NoLongerValid)) throw error;
      await this.progress.refuse(claim, validated.counts.rows, error.faults);
    }
  }

  /** Tells now and then how far it is, from some percent on: reading the file once is half of the work. */
  private teller(claim: Lease, bytes: number, from: number): (bytesRead: number) => Promise<void> {
    const pace = new ProgressThrottle(MILLISECONDS_BETWEEN_SIGNS);
    return async (bytesRead) => {
      if (pace.isDue()) await this.progress.advance(claim, from + (50 * bytesRead) / Math.max(1, bytes));
    };
  }

  private async giveUp(claim: Lease, error: unknown): Promise<void> {
    if (claim.attempt >= MAX_ATTEMPTS) await this.progress.fail(claim, 'imports.failed');
    else if (!(await this.leases.release(IMPORTS, claim))) return;
    throw error;
  }
}

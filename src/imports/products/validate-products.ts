import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { ImportMoney } from './import-money.js';
import { ImportTally, type ImportCounts, type ImportErrors } from './import-tally.js';
import { productRows } from './product-csv.js';
import { SectionNames } from './product-lookup.js';
import { ProductPlan, type PlannedRow } from './product-plan.js';

/** Planned changes and errors of a file. */
export interface ValidatedFile {
  readonly counts: ImportCounts;
  readonly faults: ImportErrors;
  /** The rows whose rate a person must confirm, as errors. */
  readonly unconfirmed: ImportErrors;
  /** Rows to show before they are applied. */
  readonly shown: readonly PlannedRow[];
  /** IDs of the existing products in the file. */
  readonly productIds: readonly string[];
}

/** Validates a file without changing anything. */
@Injectable()
export class ValidateProducts {
  constructor(
    private readonly database: Database,
    private readonly money: ImportMoney,
    private readonly clock: Clock,
  ) {}

  /** @param onProgress called after each batch with the number of bytes read */
  async run(path: string, onProgress: (bytesRead: number) => Promise<void>): Promise<ValidatedFile> {
    const { read } = this.database;
    const plan = new ProductPlan(read, await SectionNames.read(read), this.clock.now());
    const tally = new ImportTally();
    for await (const batch of productRows(path, this.money.read, true)) {
      const { planned, errors } = await plan.take(batch.rows);
      tally.add(batch.count, planned, [...batch.errors, ...errors]);
      await onProgress(batch.bytesRead);
    }
    const { counts, faults, shown } = tally;
    const unconfirmed = tally.unconfirmed((row) => this.money.describe(row));
    return { counts, faults, unconfirmed, shown, productIds: plan.productIds };
  }
}

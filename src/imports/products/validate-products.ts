import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { ImportFormats } from './import-formats.js';
import { ImportTally, type ImportCounts, type ImportErrors } from './import-tally.js';
import { productRows, type ReadableFile } from './product-rows.js';
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
    private readonly formats: ImportFormats,
    private readonly clock: Clock,
  ) {}

  /** @param onProgress called after each batch with the number of bytes read */
  async run(file: ReadableFile, onProgress: (bytesRead: number) => Promise<void>): Promise<ValidatedFile> {
    const { read } = this.database;
    const plan = new ProductPlan(read, await SectionNames.read(read), this.clock.now());
    const tally = new ImportTally();
    for await (const batch of productRows(file, { formats: this.formats, isChecked: true })) {
      const { planned, errors } = await plan.take(batch.rows);
      tally.add(batch.count, planned, [...batch.errors, ...errors]);
      await onProgress(batch.bytesRead);
    }
    const { counts, faults, shown } = tally;
    const unconfirmed = tally.unconfirmed((row) => this.formats.describe(row));
    return { counts, faults, unconfirmed, shown, productIds: plan.productIds };
  }
}

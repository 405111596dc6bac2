import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import type { RowError } from './import-row.js';
import { productRows } from './product-csv.js';
import { SectionNames } from './product-lookup.js';
import { ProductPlan, type PlannedRow } from './product-plan.js';

/** More errors do not help to fix the file. `error_count` has the total. */
const MAX_STORED_ERRORS = 10_000;

/** Rows and changes of a file, applied or planned. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
  readonly counted: number;
}

/** Errors of a file: the first ones, and their total number. */
export interface ImportErrors {
  readonly first: readonly RowError[];
  readonly count: number;
}

/** Planned changes and errors of a file. */
export interface ValidatedFile {
  readonly counts: ImportCounts;
  readonly faults: ImportErrors;
  /** IDs of the existing products in the file. */
  readonly productIds: readonly string[];
}

/** Validates a file without changing anything. */
@Injectable()
export class ValidateProducts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param onProgress called after each batch with the number of bytes read */
  async run(path: string, onProgress: (bytesRead: number) => Promise<void>): Promise<ValidatedFile> {
    const { read } = this.database;
    const plan = new ProductPlan(read, await SectionNames.read(read), this.clock.now());
    const tally = new ImportTally();
    for await (const batch of productRows(path, true)) {
      const { planned, errors } = await plan.take(batch.rows);
      tally.add(batch.count, planned, [...batch.errors, ...errors]);
      await onProgress(batch.bytesRead);
    }
    return { counts: tally.counts, faults: tally.faults, productIds: plan.productIds };
  }
}

/** Counts the effects of rows and collects the first errors. */
export class ImportTally {
  private readonly first: RowError[] = [];
  private errorCount = 0;
  private rows = 0;
  private added = 0;
  private updated = 0;
  private deliveries = 0;
  private counted = 0;

  add(rows: number, planned: readonly PlannedRow[], errors: readonly RowError[]): void {
    this.rows += rows;
    this.added += planned.filter(({ before }) => before === undefined).length;
    this.updated += planned.filter(({ before, isChanged }) => before !== undefined && isChanged).length;
    this.deliveries += planned.filter(({ delivery }) => delivery > 0).length;
    this.counted += planned.filter(({ counted }) => counted !== undefined).length;
    this.errorCount += errors.length;
    const inOrder = errors.toSorted((a, b) => a.line - b.line);
    this.first.push(...inOrder.slice(0, MAX_STORED_ERRORS - this.first.length));
  }

  get counts(): ImportCounts {
    const { rows, added, updated, deliveries, counted } = this;
    return { rows, added, updated, deliveries, counted };
  }

  get faults(): ImportErrors {
    return { first: this.first, count: this.errorCount };
  }
}

import { FaultCollector, type FaultSummary } from '../faults/fault-summary.js';
import type { RowError } from './import-row.js';
import type { PlannedRow } from './product-plan.js';

/** More errors do not help to fix the file. `error_count` has the total. */
const MAX_STORED_ERRORS = 10_000;
/** Number of rows that a person can look through before applying the file; the same for rows with a notice. */
const MAX_SHOWN_ROWS = 10_000;

/** Rows and changes of a file, applied or planned. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly deliveries: number;
  readonly counted: number;
  /** Number of rows whose rate a person must confirm. */
  readonly rateChanges: number;
}

/** Errors of a file: the first ones, their total number, and all by kind. */
export interface ImportErrors {
  readonly first: readonly RowError[];
  readonly count: number;
  readonly summary: FaultSummary;
}

/** Counts the effects of rows, and collects the first errors and changes. */
export class ImportTally {
  private readonly first: RowError[] = [];
  private readonly changes: PlannedRow[] = [];
  private readonly noticed: PlannedRow[] = [];
  private readonly collector = new FaultCollector();
  private errorCount = 0;
  private rows = 0;
  private added = 0;
  private updated = 0;
  private deliveries = 0;
  private counted = 0;
  private rateChanges = 0;

  add(rows: number, planned: readonly PlannedRow[], errors: readonly RowError[]): void {
    this.rows += rows;
    this.added += planned.filter(({ before }) => before === undefined).length;
    this.updated += planned.filter(({ before, isChanged }) => before !== undefined && isChanged).length;
    this.deliveries += planned.filter(({ delivery }) => delivery > 0).length;
    this.counted += planned.filter(({ counted }) => counted !== undefined).length;
    const noticed = planned.filter(({ notice }) => notice !== null);
    this.rateChanges += noticed.length;
    keep(this.noticed, noticed, MAX_SHOWN_ROWS);
    keep(
      this.changes,
      planned.filter((row) => row.notice === null && changesSomething(row)),
      MAX_SHOWN_ROWS,
    );
    this.errorCount += errors.length;
    this.collector.add(errors);
    keep(
      this.first,
      errors.toSorted((a, b) => a.line - b.line),
      MAX_STORED_ERRORS,
    );
  }

  get counts(): ImportCounts {
    const { rows, added, updated, deliveries, counted, rateChanges } = this;
    return { rows, added, updated, deliveries, counted, rateChanges };
  }

  get faults(): ImportErrors {
    return { first: this.first, count: this.errorCount, summary: this.collector.summary };
  }

  /** The first rows that change something, and the first with a notice, in file order. */
  get shown(): readonly PlannedRow[] {
    return [...this.noticed, ...this.changes].sort((a, b) => a.line - b.line);
  }

  /** Returns the rows with a notice as errors, for a file whose rates are not confirmed. */
  unconfirmed(describe: (row: PlannedRow) => string): ImportErrors {
    const first = this.noticed.map((row) => ({
      line: row.line,
      column: row.rateColumn,
      code: `imports.${row.notice ?? ''}`,
      message: describe(row),
    }));
    const collector = new FaultCollector();
    collector.add(first);
    return { first, count: this.rateChanges, summary: collector.summary };
  }
}

function keep<Item>(list: Item[], items: readonly Item[], max: number): void {
  list.push(...items.slice(0, Math.max(0, max - list.length)));
}

function changesSomething({ isChanged, delivery, counted }: PlannedRow): boolean {
  return isChanged || delivery > 0 || counted !== undefined;
}

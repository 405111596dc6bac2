import { FaultCollector, type FaultSummary } from '../faults/fault-summary.js';
import type { RowError } from '../rows/row-error.js';

/** More errors do not help to fix the file. `error_count` has the total. */
const MAX_STORED_ERRORS = 10_000;
/** Number of rows that a person can look through before applying the file; the same for rows with a notice. */
export const MAX_SHOWN_ROWS = 10_000;

/** Errors of a file: the first ones, their total number, and all by kind. */
export interface ImportErrors {
  readonly first: readonly RowError[];
  readonly count: number;
  readonly summary: FaultSummary;
}

/** Counts the errors of a file, and collects the first ones, by line. */
export class FaultTally {
  private readonly first: RowError[] = [];
  private readonly collector = new FaultCollector();
  private count = 0;

  add(errors: readonly RowError[]): void {
    this.count += errors.length;
    this.collector.add(errors);
    keep(this.first, errors, MAX_STORED_ERRORS);
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  get errors(): ImportErrors {
    const first = this.first.toSorted((a, b) => a.line - b.line);
    return { first, count: this.count, summary: this.collector.summary };
  }
}

/** Errors of a file that has none. */
export const NO_ERRORS: ImportErrors = new FaultTally().errors;

/** Adds as many items to a list as fit into its maximum. */
export function keep<Item>(list: Item[], items: readonly Item[], max: number): void {
  list.push(...items.slice(0, Math.max(0, max - list.length)));
}

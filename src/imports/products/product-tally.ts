import { FaultCollector } from '../faults/fault-summary.js';
import { FaultTally, keep, MAX_SHOWN_ROWS, type ImportErrors } from '../kinds/fault-tally.js';
import type { ImportCounts } from '../kinds/importer.js';
import type { RowError } from '../rows/row-error.js';
import type { PlannedRow } from './product-plan.js';

/** Counts the effects of rows, and collects the first errors and changes. */
export class ProductTally {
  private readonly changes: PlannedRow[] = [];
  private readonly noticed: PlannedRow[] = [];
  private readonly faultTally = new FaultTally();
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
    this.faultTally.add(errors);
  }

  get counts(): ImportCounts {
    const { rows, added, updated, deliveries, counted, rateChanges } = this;
    return { rows, added, updated, deliveries, counted, rateChanges };
  }

  get faults(): ImportErrors {
    return this.faultTally.errors;
  }

  /** The first rows that change something, and the first with a notice, in file order. */
  get shown(): readonly PlannedRow[] {
    return [...this.noticed, ...this.changes].sort((a, b) => a.line - b.line);
  }

  /** Returns the rows with a notice as errors, for a file whose rates are not confirmed. */
  unconfirmed(money: (minorUnits: number) => string): ImportErrors {
    const first = this.noticed.map((row) => ({
      line: row.line,
      column: row.rateColumn,
      code: `imports.${row.notice ?? ''}`,
      message: describe(row, money),
    }));
    const collector = new FaultCollector();
    collector.add(first);
    return { first, count: this.rateChanges, summary: collector.summary };
  }
}

/** Returns what a row would do to the rate of its product, for a person. */
function describe({ before, after }: PlannedRow, money: (minorUnits: number) => string): string {
  const old = before === undefined ? '' : ` from ${money(before.ratePerUnit)} per ${before.unitType}`;
  const rate = `${money(after.ratePerUnit)} per ${after.unitType}`;
  return `The rate would change${old} to ${rate}, more than fivefold, which has not been confirmed.`;
}

function changesSomething({ isChanged, delivery, counted }: PlannedRow): boolean {
  return isChanged || delivery > 0 || counted !== undefined;
}

import type { RowError } from '../rows/row-error.js';

/** Number of kinds of errors, and of missing sections, that a person can look through. */
export const MAX_GROUPS = 100;
export const MAX_MISSING_SECTIONS = 200;

/** All errors of one kind in one column. */
export interface ErrorGroup {
  readonly code: string;
  readonly column: string | null;
  readonly count: number;
  /** Line of the first error. */
  readonly line: number;
  /** Message of the first error. */
  readonly message: string;
}

/** A section that rows name and the store does not have. */
export interface MissingSection {
  readonly name: string;
  /** Number of rows that name it. */
  readonly rows: number;
}

/** The errors of a file by kind, most frequent first, and the sections that are missing. */
export interface FaultSummary {
  readonly groups: readonly ErrorGroup[];
  readonly missingSections: readonly MissingSection[];
}

export const NO_FAULTS: FaultSummary = { groups: [], missingSections: [] };

/** Collects errors by kind. */
export class FaultCollector {
  private readonly groups = new Map<string, ErrorGroup>();
  private readonly missing = new Map<string, number>();

  add(errors: readonly RowError[]): void {
    for (const error of errors) {
      this.count(error);
      const { missingSection: name } = error;
      if (name !== undefined && (this.missing.has(name) || this.missing.size < MAX_MISSING_SECTIONS))
        this.missing.set(name, (this.missing.get(name) ?? 0) + 1);
    }
  }

  get summary(): FaultSummary {
    return {
      groups: [...this.groups.values()].sort((a, b) => b.count - a.count || a.line - b.line),
      missingSections: [...this.missing].map(([name, rows]) => ({ name, rows })),
    };
  }

  private count({ code, column, line, message }: RowError): void {
    const key = `${code} ${column ?? ''}`;
    const group = this.groups.get(key);
    if (group !== undefined) this.groups.set(key, { ...group, count: group.count + 1 });
    else if (this.groups.size < MAX_GROUPS) this.groups.set(key, { code, column, count: 1, line, message });
  }
}

import type { Role } from '../access/roles.js';
import { code, csvLine, type Cell } from '../csv/csv-writer.js';
import type { ExportKind } from './export-kinds.js';

/** Columns by heading, each with a function that returns the cell of a row. */
export type ExportColumns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** Lines of the file, and their number of rows. */
export interface ExportLines {
  readonly text: string;
  readonly rows: number;
}

/** An export with validated parameters, ready to run. */
export interface ExportPlan {
  /** Header line. */
  readonly header: string;
  /** Returns the expected number of rows, for the progress. Rows may be added or deleted in the meantime. */
  count(): Promise<number>;
  /** Returns all lines from the beginning, in the same order each time. */
  lines(): AsyncIterable<ExportLines>;
}

/** A type of export. The module that owns the rows registers it with `ExportRegistry`. */
export interface ExportSource {
  readonly kind: ExportKind;
  /** Roles that may request it. */
  readonly roles: readonly Role[];
  /**
   * @throws request.invalid if the parameters do not fit this type; request.rule-broken if they contradict each other
   */
  plan(parameters: object): ExportPlan;
}

/** Creates a plan from batches of rows, such as those of `database.read.stream`. */
export function planOf<Row>(
  columns: ExportColumns<Row>,
  count: () => Promise<number>,
  batches: () => AsyncIterable<readonly Row[]>,
): ExportPlan {
  const cells = Object.values(columns);
  return {
    header: csvLine(Object.keys(columns).map(code)),
    count,
    async *lines() {
      for await (const rows of batches()) yield { text: linesOf(rows, cells), rows: rows.length };
    },
  };
}

function linesOf<Row>(rows: readonly Row[], cells: readonly ((row: Row) => Cell)[]): string {
  let text = '';
  for (const row of rows) text += csvLine(cells.map((cell) => cell(row)));
  return text;
}

/** Returns the result of `SELECT count(*) AS total`. */
export function countOf(row: { readonly total: number } | undefined): number {
  return row?.total ?? 0;
}

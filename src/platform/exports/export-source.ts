import type { Role } from '../access/roles.js';
import { code, csvLine, type Cell } from '../csv/csv-writer.js';
import type { ExportKind } from './export-kinds.js';

/** A column: its heading, and its cell in each row. */
export type ExportColumns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** Some lines of the file, and how many. */
export interface ExportLines {
  readonly text: string;
  readonly rows: number;
}

/** What is to be exported, known down to its parameters. */
export interface ExportPlan {
  /** The line of headings. */
  readonly header: string;
  /** How many rows it will be, to show how far it has come. Rows may come and go meanwhile. */
  count(): Promise<number>;
  /** All lines, from the beginning, in the same order each time. */
  lines(): AsyncIterable<ExportLines>;
}

/** A kind of export. The module that knows the rows registers it with `ExportRegistry`. */
export interface ExportSource {
  readonly kind: ExportKind;
  /** Who may ask for it. */
  readonly roles: readonly Role[];
  /** @throws InvalidRequest where the parameters are not those of this kind; RuleBroken where they make no sense together */
  plan(parameters: object): ExportPlan;
}

/** A plan of rows that come in batches, as those of `database.read.stream` do. */
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

/** What `SELECT count(*) AS total` gave. */
export function countOf(row: { readonly total: number } | undefined): number {
  return row?.total ?? 0;
}

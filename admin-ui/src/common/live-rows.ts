/** A page of a table. */
export interface TablePage<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** Returns the rows of a page, each in its newest state. None appears, disappears or changes its place. */
export function withNewest<Row extends { readonly id: string }>(
  rows: readonly Row[],
  newest: readonly Row[],
): Row[] {
  const byId = new Map(newest.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

/**
 * Returns how many rows have come to a table since its page was loaded. A row that only moved up from the next page is not new:
 * it has not changed since the newest row of the page.
 *
 * @param changedAt ISO time of a row's latest change
 */
export function addedCount<Row extends { readonly id: string }>(
  shown: TablePage<Row>,
  now: TablePage<Row>,
  changedAt?: (row: Row) => string,
): number {
  const more = Math.max(0, now.total - shown.total);
  if (changedAt === undefined) return more;
  const ids = new Set(shown.items.map(({ id }) => id));
  const latest = shown.items.map(changedAt).reduce((a, b) => (a > b ? a : b), '');
  const added = now.items.filter((row) => !ids.has(row.id) && changedAt(row) > latest);
  return Math.max(more, added.length);
}

interface TablePage<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** What the API gives at most on one page of a table. */
export const LARGEST_PAGE = 100;
/** Twenty thousand rows: whoever has more of them has other means. */
const MOST_PAGES = 200;

/**
 * One row of a table that the API only gives by the page.
 *
 * @param load fetches a page, from 1, of {@link LARGEST_PAGE} rows
 * @returns undefined where there is none of that id
 */
export async function findInTable<Row extends { readonly id: string }>(
  id: string,
  load: (page: number) => Promise<TablePage<Row>>,
): Promise<Row | undefined> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { items, total } = await load(page);
    const found = items.find((row) => row.id === id);
    if (found !== undefined || items.length === 0 || page * LARGEST_PAGE >= total) return found;
  }
  return undefined;
}

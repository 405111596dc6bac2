/** State of a server-side table, all of it in the page's URL. */
export interface TableQuery {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  /** Sort value of the API; see a column's `sort`. */
  readonly sort: string;
  /** Keys of the columns to show; empty for those that the user has chosen in this browser. */
  readonly columns: readonly string[];
  /** Active filters by their query parameter. */
  readonly filters: Readonly<Record<string, string>>;
}

export interface TableShape {
  readonly filters: readonly string[];
  /** Default sort order. */
  readonly sort: string;
  readonly pageSize: number;
}

export const PAGE_SIZES = [25, 50, 100];

type Query = Readonly<Record<string, unknown>>;

/** Reads a table's state from a URL query. Users can edit URLs, so invalid values are ignored. */
export function readTableQuery(query: Query, { filters, sort, pageSize }: TableShape): TableQuery {
  const size = Number(textOf(query['size']));
  const page = Number(textOf(query['page']));
  const active = filters
    .map((name) => [name, textOf(query[name])] as const)
    .filter(([, value]) => value !== '');
  return {
    q: textOf(query['q']),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    pageSize: PAGE_SIZES.includes(size) ? size : pageSize,
    sort: textOf(query['sort']) || sort,
    columns: textOf(query['columns'])
      .split(',')
      .filter((key) => key !== ''),
    filters: Object.fromEntries(active),
  };
}

/** Returns the URL query for a table's state, without defaults. Other query parameters are kept. */
export function writeTableQuery(
  tableQuery: TableQuery,
  shape: TableShape,
  before: Query = {},
): Record<string, string> {
  const written = {
    q: tableQuery.q,
    page: tableQuery.page === 1 ? '' : String(tableQuery.page),
    size: tableQuery.pageSize === shape.pageSize ? '' : String(tableQuery.pageSize),
    sort: tableQuery.sort === shape.sort ? '' : tableQuery.sort,
    columns: tableQuery.columns.join(','),
    ...Object.fromEntries(shape.filters.map((name) => [name, tableQuery.filters[name] ?? ''])),
  };
  const others = Object.entries(before).map(([name, value]) => [name, textOf(value)] as const);
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(others), ...written }).filter(([, value]) => value !== ''),
  );
}

/** Returns true if the search or a filter narrows the rows. */
export function isNarrowed({ q, filters }: TableQuery): boolean {
  return q !== '' || Object.keys(filters).length > 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The API's sort values for a column. A column may support only one direction. */
export interface ColumnSort {
  readonly ascending?: string;
  readonly descending?: string;
  /** Direction of the first click; ascending by default. */
  readonly first?: 'ascending' | 'descending';
}

/** Returns the direction in which a column sorts the table, as an `aria-sort` value. */
export function sortDirection(column: ColumnSort, sort: string): 'ascending' | 'descending' | 'none' {
  if (column.ascending === sort) return 'ascending';
  return column.descending === sort ? 'descending' : 'none';
}

/** Returns the sort value that a click on the column header selects. */
export function nextSort(column: ColumnSort, sort: string): string {
  const current = sortDirection(column, sort);
  const next = current === 'none' ? (column.first ?? 'ascending') : OPPOSITE[current];
  return column[next] ?? column[OPPOSITE[next]] ?? sort;
}

const OPPOSITE = { ascending: 'descending', descending: 'ascending' } as const;

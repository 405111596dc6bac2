/** What a table of the server shows: all of it stands in the page's address. */
export interface TableChoice {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  /** As the API names it; see a column's `sort`. */
  readonly sort: string;
  /** Those that are set, by the names they have in the address. */
  readonly filters: Readonly<Record<string, string>>;
}

export interface TableShape {
  readonly filters: readonly string[];
  /** The order in which the table comes where nobody says otherwise. */
  readonly sort: string;
  readonly pageSize: number;
}

export const PAGE_SIZES = [25, 50, 100];

type Query = Readonly<Record<string, unknown>>;

/** Reads a table's choice from an address. Anybody may have written it: what makes no sense is as if it were not there. */
export function readChoice(query: Query, { filters, sort, pageSize }: TableShape): TableChoice {
  const size = Number(textOf(query['size']));
  const page = Number(textOf(query['page']));
  const set = filters.map((name) => [name, textOf(query[name])] as const).filter(([, value]) => value !== '');
  return {
    q: textOf(query['q']),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    pageSize: PAGE_SIZES.includes(size) ? size : pageSize,
    sort: textOf(query['sort']) || sort,
    filters: Object.fromEntries(set),
  };
}

/** A choice as an address has it, short: what goes without saying is left out. Whatever else was in the address stays. */
export function writeChoice(
  choice: TableChoice,
  shape: TableShape,
  before: Query = {},
): Record<string, string> {
  const written = {
    q: choice.q,
    page: choice.page === 1 ? '' : String(choice.page),
    size: choice.pageSize === shape.pageSize ? '' : String(choice.pageSize),
    sort: choice.sort === shape.sort ? '' : choice.sort,
    ...Object.fromEntries(shape.filters.map((name) => [name, choice.filters[name] ?? ''])),
  };
  const others = Object.entries(before).map(([name, value]) => [name, textOf(value)] as const);
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(others), ...written }).filter(([, value]) => value !== ''),
  );
}

/** Whether search or a filter leaves something out. */
export function isNarrowed({ q, filters }: TableChoice): boolean {
  return q !== '' || Object.keys(filters).length > 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** By what the API sorts a column, upwards and downwards; a column may know one way alone. */
export interface ColumnSort {
  readonly ascending?: string;
  readonly descending?: string;
  /** The way of the first click: upwards, if nothing is said. */
  readonly first?: 'ascending' | 'descending';
}

/** Which way a column sorts the table now, as `aria-sort` says it. */
export function sortedBy(column: ColumnSort, sort: string): 'ascending' | 'descending' | 'none' {
  if (column.ascending === sort) return 'ascending';
  return column.descending === sort ? 'descending' : 'none';
}

/** What a click on a column's head sorts by. */
export function nextSort(column: ColumnSort, sort: string): string {
  const now = sortedBy(column, sort);
  const wanted = now === 'none' ? (column.first ?? 'ascending') : OPPOSITE[now];
  return column[wanted] ?? column[OPPOSITE[wanted]] ?? sort;
}

const OPPOSITE = { ascending: 'descending', descending: 'ascending' } as const;

import { isId } from '../common/id.js';
import { decodeCursor, encodeCursor, type CursorType } from '../common/page.js';
import { join, sql, type Sql } from '../database/transaction.js';
import type { ProductQuery, ProductSort } from './catalog.dto.js';
import { PRODUCT_COLUMNS, type ProductRow } from './product-row.js';

export interface ListedProduct extends ProductRow {
  readonly rank: number;
}

/** What the search found: a subquery of product ids, and how far each is from what was asked. */
export interface Found {
  readonly matches: Sql;
  readonly rank: Sql;
}

interface Sort {
  readonly order: Sql;
  /** The columns of the order, for the comparison with the cursor. */
  readonly columns: Sql;
  readonly comparison: Sql;
  readonly types: readonly CursorType[];
  readonly valuesOf: (row: ListedProduct) => (string | number)[];
}

const BY_NAME = {
  types: ['string', 'id'],
  valuesOf: (row: ListedProduct) => [row.name_key, row.id],
} as const;
const BY_RATE = {
  types: ['number', 'id'],
  valuesOf: (row: ListedProduct) => [row.rate_per_unit, row.id],
} as const;

/** The id comes last in every order, so that no two rows are equal in it and no page skips or repeats one. */
function sortOf(sort: ProductSort, rank: Sql): Sort {
  const ascending = sql`>`;
  const descending = sql`<`;
  const sorts: Readonly<Record<ProductSort, Sort>> = {
    name: { ...BY_NAME, order: sql`p.name_key, p.id`, columns: sql`p.name_key, p.id`, comparison: ascending },
    '-name': {
      ...BY_NAME,
      order: sql`p.name_key DESC, p.id DESC`,
      columns: sql`p.name_key, p.id`,
      comparison: descending,
    },
    rate: {
      ...BY_RATE,
      order: sql`p.rate_per_unit, p.id`,
      columns: sql`p.rate_per_unit, p.id`,
      comparison: ascending,
    },
    '-rate': {
      ...BY_RATE,
      order: sql`p.rate_per_unit DESC, p.id DESC`,
      columns: sql`p.rate_per_unit, p.id`,
      comparison: descending,
    },
    newest: {
      order: sql`p.created_at DESC, p.id DESC`,
      columns: sql`p.created_at, p.id`,
      comparison: descending,
      types: ['number', 'id'],
      valuesOf: (row) => [row.created_at, row.id],
    },
    relevance: {
      order: sql`rank, p.name_key, p.id`,
      columns: sql`${rank}, p.name_key, p.id`,
      comparison: ascending,
      types: ['number', 'string', 'id'],
      valuesOf: (row) => [row.rank, row.name_key, row.id],
    },
  };
  return sorts[sort];
}

/** One statement that gives a page of products and one row more, with all filters and the search in it. */
export function productListStatement(query: ProductQuery, found: Found | undefined): Sql {
  const rank = found?.rank ?? sql`0`;
  const sort = sortOf(effectiveSort(query), rank);
  const conditions = [sql`p.published = ${true}`, ...filters(query), ...afterCursor(query, sort)];
  const source =
    found === undefined
      ? sql`products p`
      : sql`(${found.matches}) AS matches JOIN products p ON p.id = matches.product_id`;
  return sql`
    SELECT ${PRODUCT_COLUMNS}, ${rank} AS rank FROM ${source} JOIN sections s ON s.id = p.section_id
    WHERE ${join(conditions, ' AND ')} ORDER BY ${sort.order} LIMIT ${query.limit + 1}`;
}

export function productCursor(query: ProductQuery, row: ListedProduct): string {
  const name = effectiveSort(query);
  return encodeCursor(name, sortOf(name, sql`0`).valuesOf(row));
}

function effectiveSort({ sort, q }: ProductQuery): ProductSort {
  const searching = q !== undefined && q.trim() !== '';
  if (sort === undefined) return searching ? 'relevance' : 'name';
  return sort === 'relevance' && !searching ? 'name' : sort;
}

function filters(query: ProductQuery): Sql[] {
  const { section, minRate, maxRate, inStock, madeAfter, bestBefore } = query;
  return [
    ...(section === undefined
      ? []
      : [isId(section) ? sql`p.section_id = ${section}` : sql`s.slug = ${section}`]),
    ...(minRate === undefined ? [] : [sql`p.rate_per_unit >= ${minRate}`]),
    ...(maxRate === undefined ? [] : [sql`p.rate_per_unit <= ${maxRate}`]),
    ...(inStock === undefined
      ? []
      : [inStock ? sql`p.quantity_available > 0` : sql`p.quantity_available = 0`]),
    ...(madeAfter === undefined ? [] : [sql`p.manufactured_on >= ${madeAfter}`]),
    ...(bestBefore === undefined ? [] : [sql`p.best_before >= ${bestBefore}`]),
  ];
}

function afterCursor(query: ProductQuery, sort: Sort): Sql[] {
  if (query.cursor === undefined) return [];
  const values = decodeCursor(effectiveSort(query), query.cursor, sort.types);
  return [sql`(${sort.columns}) ${sort.comparison} (${join(values)})`];
}

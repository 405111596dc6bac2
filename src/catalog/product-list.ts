import { isId } from '../common/id.js';
import { decodeCursor, encodeCursor, type CursorType } from '../common/page.js';
import type { Dialect } from '../database/dialect.js';
import { empty, join, sql, type Sql } from '../database/transaction.js';
import type { ProductQuery, ProductSort } from './catalog.dto.js';
import { PRODUCT_JSON } from './product-json.js';

/** A product's JSON, and the values of the columns that the list is sorted by. */
export interface ListedProduct {
  readonly json: string;
  readonly first: string | number;
  readonly second: string | number;
  readonly third?: string | number;
}

/** What the search found: a subquery of product ids, and how far each is from what was asked. */
export interface Found {
  readonly matches: Sql;
  readonly rank: Sql;
}

interface Sort {
  /** The columns of the order. The id comes last, so that no two rows are equal and no page skips or repeats one. */
  readonly columns: readonly [Sql, Sql, Sql?];
  readonly descending: boolean;
  readonly types: readonly CursorType[];
}

const ID = sql`p.id`;
const NAME = sql`p.name_key`;
const RATE = sql`p.rate_per_unit`;

const SORTS: Readonly<Record<Exclude<ProductSort, 'relevance'>, Sort>> = {
  name: { columns: [NAME, ID], descending: false, types: ['string', 'id'] },
  '-name': { columns: [NAME, ID], descending: true, types: ['string', 'id'] },
  rate: { columns: [RATE, ID], descending: false, types: ['number', 'id'] },
  '-rate': { columns: [RATE, ID], descending: true, types: ['number', 'id'] },
  newest: { columns: [sql`p.created_at`, ID], descending: true, types: ['number', 'id'] },
};

function sortOf(sort: ProductSort, rank: Sql): Sort {
  if (sort !== 'relevance') return SORTS[sort];
  return { columns: [rank, NAME, ID], descending: false, types: ['number', 'string', 'id'] };
}

/** One statement that gives a page of products and one row more, with all filters and the search in it. */
export function productListStatement(dialect: Dialect, query: ProductQuery, found: Found | undefined): Sql {
  const { columns, descending, types } = sortOf(effectiveSort(query), found?.rank ?? sql`0`);
  const [first, second, third] = columns;
  const keys = third === undefined ? sql`${first}, ${second}` : sql`${first}, ${second}, ${third}`;
  const conditions = [
    sql`p.published = ${true}`,
    ...filters(query),
    ...afterCursor(query, keys, { descending, types }),
  ];
  const source =
    found === undefined
      ? sql`products p`
      : sql`(${found.matches}) AS matches JOIN products p ON p.id = matches.product_id`;
  const selected = third === undefined ? empty : sql`, ${third} AS third`;
  const order = descending ? sql`2 DESC, 3 DESC` : third === undefined ? sql`2, 3` : sql`2, 3, 4`;
  return sql`
    SELECT ${PRODUCT_JSON[dialect.name]} AS json, ${first} AS first, ${second} AS second ${selected}
    FROM ${source} JOIN sections s ON s.id = p.section_id
    WHERE ${join(conditions, ' AND ')} ORDER BY ${order} LIMIT ${query.limit + 1}`;
}

export function productCursor(query: ProductQuery, { first, second, third }: ListedProduct): string {
  return encodeCursor(effectiveSort(query), third === undefined ? [first, second] : [first, second, third]);
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

function afterCursor(
  query: ProductQuery,
  keys: Sql,
  { descending, types }: Pick<Sort, 'descending' | 'types'>,
): Sql[] {
  if (query.cursor === undefined) return [];
  const values = decodeCursor(effectiveSort(query), query.cursor, types);
  return [sql`(${keys}) ${descending ? sql`<` : sql`>`} (${join(values)})`];
}

import { isId } from '../platform/common/id.js';
import type { Dialect } from '../platform/database/dialect.js';
import { empty, join, sql, type Sql } from '../platform/database/transaction.js';
import { decodeCursor, encodeCursor, type CursorType } from '../platform/http/validation/pagination.js';
import type { ProductQuery, ProductSort } from './catalog.dto.js';
import { costsAtLeast, costsAtMost, RATE_ORDER } from './comparable-rate.js';
import { formerTarget } from './former-slugs.js';
import { PRODUCT_JSON } from './product-json.js';
import { LAST_TIER, type SearchPosition, type SearchRestriction } from './search/product-search.js';

/** A product's JSON and the values of the sort columns. */
export interface ListedProduct {
  readonly json: string;
  readonly first: string | number;
  readonly second: string | number;
}

/** The matches of a search: all as a subquery, and the most relevant ones within a restriction. */
export interface SearchHits {
  readonly matches: () => Sql;
  readonly nearest: (restriction: SearchRestriction) => Sql;
}

interface Sort {
  /** Sort columns. The ID comes last, so that no two rows are equal and no page skips or repeats a row. */
  readonly columns: readonly [Sql, Sql];
  readonly descending: boolean;
  readonly types: readonly CursorType[];
}

const ID = sql`p.id`;
const NAME = sql`p.name_key`;

const SORTS: Readonly<Record<Exclude<ProductSort, 'relevance'>, Sort>> = {
  name: { columns: [NAME, ID], descending: false, types: ['string', 'id'] },
  '-name': { columns: [NAME, ID], descending: true, types: ['string', 'id'] },
  rate: { columns: [RATE_ORDER, ID], descending: false, types: ['number', 'id'] },
  '-rate': { columns: [RATE_ORDER, ID], descending: true, types: ['number', 'id'] },
  newest: { columns: [sql`p.created_at`, ID], descending: true, types: ['number', 'id'] },
};

/** Returns one statement for a page of products and one extra row, including all filters and the search. */
export function productListStatement(
  dialect: Dialect,
  query: ProductQuery,
  hits: SearchHits | undefined,
): Sql {
  const json = PRODUCT_JSON[dialect.name];
  const sort = effectiveSort(query);
  return hits !== undefined && sort === 'relevance'
    ? byRelevance(json, query, hits)
    : byColumns(json, query, SORTS[sort === 'relevance' ? 'name' : sort], hits);
}

function byColumns(json: Sql, query: ProductQuery, sort: Sort, hits: SearchHits | undefined): Sql {
  const { columns, descending } = sort;
  const direction = descending ? sql`DESC` : sql`ASC`;
  const conditions = [sql`p.published = ${true}`, ...filters(query), ...afterCursor(query, sort)];
  const searchJoin = hits === undefined ? empty : sql`JOIN (${hits.matches()}) AS m ON m.product_id = p.id`;
  return sql`
    SELECT ${columns[0]} AS first, ${columns[1]} AS second, ${json} AS json
    FROM products p ${searchJoin}
    WHERE ${join(conditions, ' AND ')} ORDER BY 1 ${direction}, 2 ${direction} LIMIT ${query.limit + 1}`;
}

function byRelevance(json: Sql, query: ProductQuery, hits: SearchHits): Sql {
  const conditions = filters(query);
  const nearest = hits.nearest({
    joins: conditions.length === 0 ? empty : sql`JOIN products p ON p.id = m.product_id`,
    conditions: conditions.length === 0 ? empty : sql`AND ${join(conditions, ' AND ')}`,
    after: searchPosition(query),
    limit: query.limit + 1,
  });
  return sql`
    SELECT page.tier AS first, page.place AS second, ${json} AS json FROM (${nearest}) AS page
    JOIN products p ON p.id = page.product_id ORDER BY 1, 2`;
}

function searchPosition({ cursor }: ProductQuery): SearchPosition | undefined {
  if (cursor === undefined) return undefined;
  const [tier = 0, place = 0] = decodeCursor('relevance', cursor, ['number', 'number']).map(Number);
  // No other tiers exist. Clamping keeps crafted numbers beyond the database's integers out of the query.
  return { tier: Math.min(Math.max(tier, 0), LAST_TIER), place };
}

export function productCursor(query: ProductQuery, { first, second }: ListedProduct): string {
  return encodeCursor(effectiveSort(query), [first, second]);
}

function effectiveSort({ sort, q }: ProductQuery): ProductSort {
  const isSearch = q !== undefined && q.trim() !== '';
  if (sort === undefined) return isSearch ? 'relevance' : 'name';
  return sort === 'relevance' && !isSearch ? 'name' : sort;
}

function filters(query: ProductQuery): Sql[] {
  const { section, minRate, maxRate, inStock, byWeight, madeAfter, bestBefore } = query;
  return [
    ...(section === undefined
      ? []
      : [
          isId(section)
            ? sql`p.section_id = ${section}`
            : sql`p.section_id = coalesce((SELECT id FROM sections WHERE slug = ${section}), ${formerTarget('section', section)})`,
        ]),
    ...(minRate === undefined ? [] : [costsAtLeast(minRate)]),
    ...(maxRate === undefined ? [] : [costsAtMost(maxRate)]),
    ...(inStock === undefined
      ? []
      : [inStock ? sql`p.quantity_available > 0` : sql`p.quantity_available = 0`]),
    ...(byWeight === undefined
      ? []
      : [byWeight ? sql`p.unit_type IN ('kg', 'g')` : sql`p.unit_type NOT IN ('kg', 'g')`]),
    ...(madeAfter === undefined ? [] : [sql`p.manufactured_on >= ${madeAfter}`]),
    ...(bestBefore === undefined ? [] : [sql`p.best_before >= ${bestBefore}`]),
  ];
}

function afterCursor(query: ProductQuery, { columns, descending, types }: Sort): Sql[] {
  if (query.cursor === undefined) return [];
  const values = decodeCursor(effectiveSort(query), query.cursor, types);
  return [sql`(${join(columns)}) ${descending ? sql`<` : sql`>`} (${join(values)})`];
}

import { join, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import { productsOfCode } from '../codes/product-codes.js';
import { lowStock, soldOut } from '../../rules/stock-level/low-stock.js';
import type { ProductSearch } from '../search/product-search.js';
import type { AdminProductQuery } from './admin-products.dto.js';

export type ProductFilter = Pick<AdminProductQuery, 'sectionId' | 'published' | 'stock' | 'hasHsn' | 'q'> & {
  readonly code?: string;
};

/** Sort orders of the products table, as SQL on `products p`. */
export const SORTS: Readonly<Record<AdminProductQuery['sort'], Sql>> = {
  name: sql`p.name_key, p.id`,
  '-name': sql`p.name_key DESC, p.id`,
  rate: sql`p.rate_per_unit, p.id`,
  '-rate': sql`p.rate_per_unit DESC, p.id`,
  stock: sql`p.quantity_available, p.id`,
  '-stock': sql`p.quantity_available DESC, p.id`,
  newest: sql`p.created_at DESC, p.id`,
  bestBefore: sql`coalesce(p.best_before, ${'9999-12-31'}), p.id`,
};

/** Stock filters of the products table, as SQL on `products p`. */
const STOCK_LEVELS: Readonly<Record<NonNullable<AdminProductQuery['stock']>, Sql>> = {
  low: lowStock(),
  out: soldOut(),
};

/** Returns the filters as a condition on `products p`. Reads the index of the search to correct misspelled terms. */
export async function productFilters(
  connection: ReadConnection,
  search: ProductSearch,
  { sectionId, published, stock, hasHsn, q, code }: ProductFilter,
): Promise<Sql> {
  const conditions = [
    sql`p.deleted_at IS NULL`,
    ...(sectionId === undefined ? [] : [sql`p.section_id = ${sectionId}`]),
    ...(published === undefined ? [] : [sql`p.published = ${published}`]),
    ...(code === undefined ? [] : [sql`p.id IN (${productsOfCode(code)})`]),
    ...(stock === undefined ? [] : [STOCK_LEVELS[stock]]),
    ...(hasHsn === undefined ? [] : [hasHsn ? sql`p.hsn IS NOT NULL` : sql`p.hsn IS NULL`]),
    ...(await searchConditions(connection, search, q?.trim() ?? '')),
  ];
  return join(conditions, ' AND ');
}

async function searchConditions(
  connection: ReadConnection,
  search: ProductSearch,
  text: string,
): Promise<Sql[]> {
  if (text === '') return [];
  const typed = await search.read(text);
  const ofCode = productsOfCode(text);
  if (typed === undefined) return [sql`p.id IN (${ofCode})`];
  const corrected = (await search.corrected(connection, typed)) ?? typed;
  const matches = search.matches(connection, corrected);
  return [sql`p.id IN (SELECT found.product_id FROM (${matches}) AS found UNION ALL ${ofCode})`];
}

import type { TableQuery } from '../../../common/table-state';

/** Stock levels to filter by: below the threshold, or sold out. */
export const STOCK_LEVELS = ['low', 'out'] as const;

/** API query of the products table. */
export interface ProductQuery {
  readonly q?: string;
  readonly sectionId?: string;
  readonly published?: boolean;
  readonly stock?: (typeof STOCK_LEVELS)[number];
  readonly hasHsn?: boolean;
  readonly sort: ProductSort;
  readonly page: number;
  readonly pageSize: number;
}
const PRODUCT_SORTS = ['name', '-name', 'rate', '-rate', 'stock', '-stock', 'newest', 'bestBefore'] as const;
type ProductSort = (typeof PRODUCT_SORTS)[number];

/** Query parameters of the filters. */
export const PRODUCT_FILTERS = ['section', 'published', 'stock', 'hsn'] as const;
type Filter = (typeof PRODUCT_FILTERS)[number];

type Choice = Pick<TableQuery, 'q' | 'page' | 'pageSize' | 'sort'> & {
  readonly filters: Readonly<Partial<Record<Filter, string>>>;
};

/** Returns the filters of an API query: what matches on any page, in any order. */
export function matchingQuery({ page: _page, pageSize: _size, sort: _sort, ...filters }: ProductQuery) {
  return filters;
}

/** Returns the API query for a table state from the URL. Invalid values are left out. */
export function productQueryOf({ q, page, pageSize, sort, filters }: Choice): ProductQuery {
  const { section, published, stock, hsn } = filters;
  const level = STOCK_LEVELS.find((candidate) => candidate === stock);
  return {
    ...(q === '' ? {} : { q }),
    ...(section === undefined ? {} : { sectionId: section }),
    ...(published === 'yes' || published === 'no' ? { published: published === 'yes' } : {}),
    ...(level === undefined ? {} : { stock: level }),
    ...(hsn === 'no' || hsn === 'yes' ? { hasHsn: hsn === 'yes' } : {}),
    sort: PRODUCT_SORTS.find((candidate): candidate is ProductSort => candidate === sort) ?? 'name',
    page,
    pageSize,
  };
}

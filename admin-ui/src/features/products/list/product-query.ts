import type { TableChoice } from '../../../common/table-state';

/** How little there is of what is shown: below its threshold, or nothing. */
export const STOCK_LEVELS = ['low', 'out'] as const;

/** What the table of products is asked for. */
export interface ProductQuery {
  readonly q?: string;
  readonly sectionId?: string;
  readonly published?: boolean;
  readonly stock?: (typeof STOCK_LEVELS)[number];
  readonly sort: ProductSort;
  readonly page: number;
  readonly pageSize: number;
}
const PRODUCT_SORTS = ['name', '-name', 'rate', '-rate', 'stock', '-stock', 'newest', 'bestBefore'] as const;
type ProductSort = (typeof PRODUCT_SORTS)[number];

/** The names that the filters have in the address. */
export const PRODUCT_FILTERS = ['section', 'published', 'stock'] as const;
type Filter = (typeof PRODUCT_FILTERS)[number];

type Choice = Pick<TableChoice, 'q' | 'page' | 'pageSize' | 'sort'> & {
  readonly filters: Readonly<Partial<Record<Filter, string>>>;
};

/** What the table of products is asked for, from what stands in the address. What makes no sense there is left out. */
export function productQueryOf({ q, page, pageSize, sort, filters }: Choice): ProductQuery {
  const { section, published, stock } = filters;
  const level = STOCK_LEVELS.find((one) => one === stock);
  return {
    ...(q === '' ? {} : { q }),
    ...(section === undefined ? {} : { sectionId: section }),
    ...(published === 'yes' || published === 'no' ? { published: published === 'yes' } : {}),
    ...(level === undefined ? {} : { stock: level }),
    sort: PRODUCT_SORTS.find((one): one is ProductSort => one === sort) ?? 'name',
    page,
    pageSize,
  };
}

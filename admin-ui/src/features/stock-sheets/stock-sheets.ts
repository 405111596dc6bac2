import { useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { rankedByName, type FoundProduct } from './entry/ranked-products';

export type StockSheet = Schema<'StockSheetView'>;
export type SheetKind = StockSheet['kind'];
export type SheetStatus = StockSheet['status'];
export type SheetOutcome = Schema<'StockSheetOutcome'>;
export type LineOutcome = Schema<'LineOutcomeView'>;

/** Enough products to rank, so that the one that is meant is among the first. */
const FOUND_PRODUCTS = 50;

/** Queries a page of the stock sheets, newest first. */
export function useStockSheets(query: () => { page: number; pageSize: number; status?: SheetStatus }) {
  return useQuery({
    key: () => ['stock-sheets', 'table', { ...query() }],
    query: () => responseBody(api.GET('/api/v1/admin/stock-sheets', { params: { query: query() } })),
    placeholderData: (previous: Schema<'StockSheetsTable'> | undefined) => previous,
  });
}

/** Queries a sheet. A draft is always loaded again: someone else may have continued it. */
export function useStockSheet(id: () => string) {
  return useQuery({ key: () => ['stock-sheets', 'one', id()], query: () => fetchSheet(id()), staleTime: 0 });
}

/** Fetches the current version of a sheet. @throws ApiProblem */
export function fetchSheet(id: string): Promise<StockSheet> {
  return responseBody(api.GET('/api/v1/admin/stock-sheets/{id}', { params: { path: { id } } }));
}

/** Begins a sheet. @throws ApiProblem */
export function createSheet(body: Schema<'CreateStockSheetBody'>): Promise<StockSheet> {
  return responseBody(api.POST('/api/v1/admin/stock-sheets', { body }));
}

/** Saves a draft as a whole. @throws ApiProblem `request.stale-version` if another user saved first */
export function saveSheet(id: string, body: Schema<'SaveStockSheetBody'>): Promise<StockSheet> {
  return responseBody(api.PUT('/api/v1/admin/stock-sheets/{id}', { params: { path: { id } }, body }));
}

/** Fetches what booking a draft would do now. @throws ApiProblem */
export function fetchOutcome(id: string): Promise<SheetOutcome> {
  return responseBody(api.GET('/api/v1/admin/stock-sheets/{id}/outcome', { params: { path: { id } } }));
}

/** Returns functions that book and discard a draft. They throw ApiProblem. */
export function useCloseSheet() {
  const cache = useQueryCache();
  return {
    async book(id: string, body: Schema<'BookStockSheetBody'>): Promise<StockSheet> {
      const params = { path: { id } };
      const sheet = await responseBody(api.POST('/api/v1/admin/stock-sheets/{id}/booking', { params, body }));
      cache.setQueryData(['stock-sheets', 'one', id], sheet);
      await cache.invalidateQueries({ key: ['products'] });
      return sheet;
    },
    async discard(id: string, version: number): Promise<void> {
      const params = { path: { id }, query: { version } };
      await responseBody(api.DELETE('/api/v1/admin/stock-sheets/{id}', { params }));
      await cache.invalidateQueries({ key: ['stock-sheets', 'one', id] });
    },
  };
}

/** Finds products by a typed name, the likeliest first. A code that a scanner types will be found here too. @throws ApiProblem */
export async function findProducts(typed: string): Promise<FoundProduct[]> {
  const query = { q: typed, pageSize: FOUND_PRODUCTS };
  const { items } = await responseBody(api.GET('/api/v1/admin/products', { params: { query } }));
  return rankedByName(items, typed);
}

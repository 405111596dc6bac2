import { useQuery, useQueryCache } from '@pinia/colada';
import { ApiProblem } from 'ui-common/api/api-problem';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { fromThousandths, toThousandths } from 'ui-common/quantity/quantity';
import type { StockFigures } from './movement';

/** Queries a page of a product's stock movements, newest first. The previous rows stay until the next ones have loaded. */
export function useMovements(query: () => { productId: string; page: number; pageSize: number }) {
  return useQuery({
    key: () => ['products', 'stock', query().productId, { ...query() }],
    query: () => {
      const { productId: id, ...paging } = query();
      return responseBody(
        api.GET('/api/v1/admin/products/{id}/stock-movements', { params: { path: { id }, query: paging } }),
      );
    },
    placeholderData: (previous: Schema<'StockMovementTable'> | undefined) => previous,
  });
}

/** Returns a function that records a stock movement. The function throws ApiProblem. */
export function useMoveStock() {
  const cache = useQueryCache();
  return async (id: string, body: Schema<'StockMovementBody'>): Promise<Schema<'AdminProductView'>> => {
    const product = await responseBody(
      api.POST('/api/v1/admin/products/{id}/stock-movements', { params: { path: { id } }, body }),
    );
    cache.setQueryData(['products', 'one', id], product);
    await Promise.all([
      cache.invalidateQueries({ key: ['products', 'table'] }),
      cache.invalidateQueries({ key: ['products', 'stock', id] }),
    ]);
    return product;
  };
}

/** Returns the present stock that a refused count comes with, given what the form showed; undefined for other failures. */
export function refusedStock(failure: unknown, seen: StockFigures): StockFigures | undefined {
  if (!(failure instanceof ApiProblem)) return undefined;
  const { quantityOnHand, quantityPromised, quantityAvailable, promised } = failure.parameters;
  if (failure.code === 'catalog.stock-changed')
    return { quantityOnHand, quantityPromised, quantityAvailable } as StockFigures;
  if (failure.code !== 'catalog.count-below-promised' || typeof promised !== 'number') return undefined;
  // As much is on hand as the form showed: otherwise the server would have said that first.
  const onHand = toThousandths(seen.quantityOnHand);
  return {
    quantityOnHand: seen.quantityOnHand,
    quantityPromised: promised,
    quantityAvailable: fromThousandths(onHand - toThousandths(promised)),
  };
}

import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { computed } from 'vue';
import { responseBody, api } from 'ui-common/api/client';
import type { Order, OrderStatus } from './order-status';

const PAGE_SIZE = 10;

/** Queries the own orders, newest first, page by page. @param status undefined for all */
export function useOrders(status: () => OrderStatus | undefined) {
  const query = useInfiniteQuery({
    key: () => ['orders', 'list', status() ?? 'all'],
    query: ({ pageParam: cursor }) =>
      responseBody(
        api.GET('/api/v1/orders', { params: { query: { status: status(), cursor, limit: PAGE_SIZE } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const orders = computed(() => query.data.value?.pages.flatMap(({ items }) => items));
  return { ...query, orders };
}

/** Queries an own order. */
export function useOrder(id: () => string) {
  return useQuery({
    key: () => ['orders', 'one', id()],
    query: () => responseBody(api.GET('/api/v1/orders/{id}', { params: { path: { id: id() } } })),
  });
}

/** Cancels an own order. Reloads the orders in any case, because a refusal means that the data is stale. */
export function useCancelOrder(id: () => string) {
  const cache = useQueryCache();
  return useMutation({
    mutation: () => responseBody(api.POST('/api/v1/orders/{id}/cancel', { params: { path: { id: id() } } })),
    onSuccess: (order: Order) => cache.setQueryData(['orders', 'one', order.id], order),
    onSettled: () => cache.invalidateQueries({ key: ['orders'] }),
  });
}

import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { useStore } from 'ui-common/composables/useStore';
import { endOfDay, isDay, startOfDay } from '../../common/day-range';
import type { TableState } from '../../composables/useTableState';
import type { Order, OrderStatus } from './order-status';

export const ORDER_FILTERS = ['status', 'section', 'customer', 'from', 'to'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];
type OrderSort = 'newest' | 'oldest' | 'total' | '-total';

const SORTS: readonly string[] = ['newest', 'oldest', 'total', '-total'] satisfies OrderSort[];

/** Queries a page of orders for a table. */
export function useOrdersTable(state: TableState<OrderFilter>) {
  const { data: store } = useStore();
  return useQuery({
    key: () => ['orders', 'table', ordersQuery(state, store.value?.timeZone ?? 'UTC')],
    query: () =>
      responseBody(
        api.GET('/api/v1/admin/orders', {
          params: { query: ordersQuery(state, store.value?.timeZone ?? 'UTC') },
        }),
      ),
    enabled: () => store.value !== undefined,
    placeholderData: (previous) => previous,
  });
}

/** Returns the parameters that export the orders of a table, all its pages. */
export function orderExport(state: TableState<OrderFilter>, timeZone: string) {
  return { ...ordersQuery(state, timeZone), page: undefined, pageSize: undefined };
}

function ordersQuery({ q, page, pageSize, sort, filters }: TableState<OrderFilter>, timeZone: string) {
  const { status, section, customer, from, to } = filters;
  return {
    page,
    pageSize,
    sort: SORTS.includes(sort) ? (sort as OrderSort) : 'newest',
    ...(q && { q }),
    ...(status !== undefined && { status: status as OrderStatus }),
    ...(section !== undefined && { section }),
    ...(customer !== undefined && { customer }),
    ...(isDay(from) && { from: startOfDay(from, timeZone) }),
    ...(isDay(to) && { to: endOfDay(to, timeZone) }),
  };
}

/** Queries one order. */
export function useOrder(id: () => string) {
  return useQuery({
    key: () => ['orders', 'one', id()],
    query: () => responseBody(api.GET('/api/v1/admin/orders/{id}', { params: { path: { id: id() } } })),
  });
}

export interface StatusChange {
  readonly id: string;
  readonly to: OrderStatus;
  readonly note?: string;
}

/** Changes an order's status. @throws ApiProblem `orders.transition-not-allowed` if another user was faster */
export function changeOrderStatus({ id, to, note }: StatusChange): Promise<Order> {
  const body = note === undefined || note === '' ? { to } : { to, note };
  return responseBody(api.POST('/api/v1/admin/orders/{id}/transitions', { params: { path: { id } }, body }));
}

/** Changes an order's status, and invalidates all lists that show it. */
export function useChangeOrderStatus() {
  const cache = useQueryCache();
  return useMutation({
    mutation: changeOrderStatus,
    onSuccess: (order: Order) => cache.setQueryData(['orders', 'one', order.id], order),
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

/** Result for one order of a bulk change. */
export type Outcome = Schema<'OrderOutcome'>;

interface StatusChanges {
  readonly ids: readonly string[];
  readonly to: OrderStatus;
  /** Undoes the transition to `to`. */
  readonly isUndo?: boolean;
}

/** Changes the status of many orders. A refused order does not affect the others. */
export function useChangeOrderStatuses() {
  const cache = useQueryCache();
  return useMutation({
    mutation: (changes: StatusChanges): Promise<readonly Outcome[]> => changeAll(changes),
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

async function changeAll({ ids, to, isUndo = false }: StatusChanges): Promise<readonly Outcome[]> {
  const orderIds = [...ids];
  const { items } = await responseBody(
    isUndo
      ? api.POST('/api/v1/admin/orders/transitions/undo', { body: { orderIds, status: to } })
      : api.POST('/api/v1/admin/orders/transitions', { body: { orderIds, to } }),
  );
  return items;
}

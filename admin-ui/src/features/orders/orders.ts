import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api } from 'ui-common/api/client';
import { useStore } from 'ui-common/composables/useStore';
import { endOfDay, isDay, startOfDay } from '../../common/day-range';
import type { TableState } from '../../composables/useTableState';
import type { Order, OrderStatus } from './order-status';

export type OrderFilter = 'status' | 'from' | 'to';
type OrderSort = 'newest' | 'oldest' | 'total' | '-total';

const SORTS: readonly string[] = ['newest', 'oldest', 'total', '-total'] satisfies OrderSort[];

/** The orders that a table shows. */
export function useOrdersTable(state: TableState<OrderFilter>) {
  const { data: store } = useStore();
  return useQuery({
    key: () => ['orders', 'table', ordersQuery(state, store.value?.timeZone ?? 'UTC')],
    query: () =>
      answerOf(
        api.GET('/api/v1/admin/orders', {
          params: { query: ordersQuery(state, store.value?.timeZone ?? 'UTC') },
        }),
      ),
    enabled: () => store.value !== undefined,
    placeholderData: (before) => before,
  });
}

function ordersQuery({ q, page, pageSize, sort, filters }: TableState<OrderFilter>, timeZone: string) {
  const { status, from, to } = filters;
  return {
    page,
    pageSize,
    sort: SORTS.includes(sort) ? (sort as OrderSort) : 'newest',
    ...(q && { q }),
    ...(status !== undefined && { status: status as OrderStatus }),
    ...(isDay(from) && { from: startOfDay(from, timeZone) }),
    ...(isDay(to) && { to: endOfDay(to, timeZone) }),
  };
}

/** One order. */
export function useOrder(id: () => string) {
  return useQuery({
    key: () => ['orders', 'one', id()],
    query: () => answerOf(api.GET('/api/v1/admin/orders/{id}', { params: { path: { id: id() } } })),
  });
}

export interface Move {
  readonly id: string;
  readonly to: OrderStatus;
  readonly note?: string;
}

/** Moves one order on. @throws ApiProblem `orders.transition-not-allowed` where another was faster */
export function moveOrder({ id, to, note }: Move): Promise<Order> {
  const body = note === undefined || note === '' ? { to } : { to, note };
  return answerOf(api.POST('/api/v1/admin/orders/{id}/transitions', { params: { path: { id } }, body }));
}

/** Moves one order on, and sees to it that every list tells so. */
export function useMoveOrder() {
  const cache = useQueryCache();
  return useMutation({
    mutation: moveOrder,
    onSuccess: (order: Order) => cache.setQueryData(['orders', 'one', order.id], order),
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

interface Moved {
  readonly moved: number;
  readonly refused: number;
}

/** Moves many orders on, one after the other: those that are refused are counted, and hold no other back. */
export function useMoveOrders() {
  const cache = useQueryCache();
  return useMutation({
    mutation: async ({ ids, to }: { ids: readonly string[]; to: OrderStatus }): Promise<Moved> => {
      let moved = 0;
      for (const id of ids) {
        const done = await moveOrder({ id, to }).catch(() => undefined);
        if (done !== undefined) moved += 1;
      }
      return { moved, refused: ids.length - moved };
    },
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import * as limits from 'ui-common/api/limits';
import { useStore } from 'ui-common/composables/useStore';
import type { paths } from 'ui-common/api/schema';
import { useLiveTable, type LiveTable } from '../../composables/useLiveTable';
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
    query: () => fetchOrders(ordersQuery(state, store.value?.timeZone ?? 'UTC')),
    enabled: () => store.value !== undefined,
    placeholderData: (previous: OrderPage | undefined) => previous,
  });
}

/** Queries a page of orders for a table, and keeps its rows up to date. */
export function useLiveOrders(state: TableState<OrderFilter>): LiveTable<Order> {
  const { data: store } = useStore();
  return useLiveTable<Order>(useOrdersTable(state), {
    kinds: ['orders'],
    page: () => fetchOrders(ordersQuery(state, store.value?.timeZone ?? 'UTC')),
    rows: fetchOrdersById,
    changedAt: ({ timeline, timestamp }) => timeline.at(-1)?.at ?? timestamp,
  });
}

type OrderPage = Schema<'AdminOrderTable'>;
type OrdersQuery = NonNullable<paths['/api/v1/admin/orders']['get']['parameters']['query']>;

/** Fetches a page of orders. @throws ApiProblem */
export function fetchOrders(query: OrdersQuery): Promise<OrderPage> {
  return responseBody(api.GET('/api/v1/admin/orders', { params: { query } }));
}

/** Fetches up to a hundred orders, in any order. @throws ApiProblem */
export function fetchOrdersById(ids: string[]): Promise<OrderPage> {
  return fetchOrders({ ids, pageSize: ids.length });
}

/** Returns the parameters that export the orders of a table, all its pages. */
export function orderExport(state: TableState<OrderFilter>, timeZone: string) {
  return { ...ordersQuery(state, timeZone), page: undefined, pageSize: undefined };
}

/** Most orders that can be selected: as many as the server returns for filters. */
export const MAX_SELECTED_ORDERS = 1000;

/** An order as a change of its status refers to it. */
export type SelectedOrder = Schema<'MatchingOrderView'>;

/** Fetches all orders of a table, on any page. @throws ApiProblem `request.too-many-matches` */
export async function fetchMatching(
  state: TableState<OrderFilter>,
  timeZone: string,
): Promise<readonly SelectedOrder[]> {
  const { page: _page, pageSize: _size, sort: _sort, ...query } = ordersQuery(state, timeZone);
  return (await responseBody(api.GET('/api/v1/admin/orders/matching', { params: { query } }))).items;
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

/** Outcomes of a bulk change, and the failure that ended it before its last order. */
interface StatusOutcomes {
  readonly outcomes: readonly Outcome[];
  readonly failure?: unknown;
}

/** Changes the status of many orders. A refused order does not affect the others. */
export function useChangeOrderStatuses() {
  const cache = useQueryCache();
  return useMutation({
    mutation: changeStatuses,
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

/**
 * Changes the status of many orders, at most a hundred in each request: no other writer waits for long.
 *
 * @throws ApiProblem if nothing was changed
 */
export async function changeStatuses({ ids, to, isUndo = false }: StatusChanges): Promise<StatusOutcomes> {
  const outcomes: Outcome[] = [];
  const size = limits.TransitionsBody.orderIds.maxItems;
  for (let start = 0; start < ids.length; start += size) {
    try {
      outcomes.push(...(await changeSome({ ids: ids.slice(start, start + size), to, isUndo })));
    } catch (failure) {
      if (start === 0) throw failure;
      return { outcomes, failure };
    }
  }
  return { outcomes };
}

async function changeSome({ ids, to, isUndo }: StatusChanges): Promise<readonly Outcome[]> {
  const orderIds = [...ids];
  const { items } = await responseBody(
    isUndo === true
      ? api.POST('/api/v1/admin/orders/transitions/undo', { body: { orderIds, status: to } })
      : api.POST('/api/v1/admin/orders/transitions', { body: { orderIds, to } }),
  );
  return items;
}

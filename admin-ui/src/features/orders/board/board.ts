import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { storeDay } from 'ui-common/dates/day';
import { useStore } from 'ui-common/composables/useStore';
import { startOfDay } from '../../../common/day-range';
import { isFinal, type Order, type OrderStatus } from '../order-status';
import { changeOrderStatus, fetchOrders, type StatusChange } from '../orders';
import { withMove, type BoardColumn } from './board-moves';

/** Maximum number of orders per column; the table shows the rest. */
const MAX_ORDERS = 50;
const KEY = ['orders', 'board'];

/** Queries all columns: open orders, oldest first, and orders finished today, whenever they were placed. */
export function useBoard() {
  const { data: store } = useStore();

  async function column(status: OrderStatus): Promise<BoardColumn> {
    const { orderTransitions = [], timeZone = 'UTC' } = store.value ?? {};
    const isDone = isFinal(status, orderTransitions);
    const today = startOfDay(storeDay(Date.now(), timeZone), timeZone);
    const query = isDone
      ? ({ status, pageSize: MAX_ORDERS, sort: 'changed', reachedFrom: today } as const)
      : ({ status, pageSize: MAX_ORDERS, sort: 'oldest' } as const);
    const { items, total } = await fetchOrders(query);
    return { status, orders: items, total, isFinal: isDone };
  }

  return useQuery({
    key: KEY,
    query: () => Promise.all((store.value?.orderStatuses ?? []).map(column)),
    enabled: () => store.value !== undefined,
  });
}

/** Moves an order on the board optimistically, and moves it back if the server refuses. */
export function useBoardMove(on: { moved: (order: Order) => void; refused: (problem: Error) => void }) {
  const cache = useQueryCache();
  return useMutation({
    mutation: (change: StatusChange) => changeOrderStatus(change),
    onMutate: ({ id, to }: StatusChange) => {
      cache.cancelQueries({ key: KEY });
      const before = cache.getQueryData<BoardColumn[]>(KEY);
      if (before !== undefined) cache.setQueryData(KEY, withMove(before, id, to));
      return { before };
    },
    onError: (problem, _change, { before }) => {
      if (before !== undefined) cache.setQueryData(KEY, before);
      on.refused(problem);
    },
    onSuccess: (order) => on.moved(order),
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

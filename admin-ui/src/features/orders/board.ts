import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api } from 'ui-common/api/client';
import { storeDay } from 'ui-common/common/day';
import { useStore } from 'ui-common/composables/useStore';
import { startOfDay } from '../../common/day-range';
import { isFinal, type Order, type OrderStatus } from './order-status';
import { moveOrder, type Move } from './orders';

/** A column's orders, and how many there are altogether. */
export interface BoardColumn {
  readonly status: OrderStatus;
  readonly orders: readonly Order[];
  readonly total: number;
  /** Orders go nowhere from here: only those of today are shown. */
  readonly isFinal: boolean;
}

/** More than this nobody looks through on a board: the table is there for it. */
const MOST = 50;
const KEY = ['orders', 'board'];

/** The board as it is when an order has been moved: it leaves its column and comes last in the other. */
export function withMove(board: readonly BoardColumn[], id: string, to: OrderStatus): BoardColumn[] {
  const order = board.flatMap(({ orders }) => orders).find((one) => one.id === id);
  if (order === undefined || order.status === to) return [...board];
  // Where it can go from there, the server says with its answer.
  const moved = { ...order, status: to, nextStatuses: [] };
  return board.map((column) => {
    if (column.status === to)
      return { ...column, orders: [...column.orders, moved], total: column.total + 1 };
    if (column.status !== order.status) return column;
    return { ...column, orders: column.orders.filter((one) => one.id !== id), total: column.total - 1 };
  });
}

/** The order that arrow keys lead to from another: beside it in its column, or as far down in the nearest column that has any. */
export function neighbour(board: readonly BoardColumn[], id: string, key: string): string | undefined {
  const at = board.findIndex(({ orders }) => orders.some((one) => one.id === id));
  const row = board[at]?.orders.findIndex((one) => one.id === id) ?? -1;
  if (at < 0) return undefined;
  if (key === 'ArrowDown') return board[at]?.orders[row + 1]?.id;
  if (key === 'ArrowUp') return board[at]?.orders[row - 1]?.id;
  const beside = key === 'ArrowRight' ? board.slice(at + 1) : board.slice(0, at).toReversed();
  const column =
    key === 'ArrowRight' || key === 'ArrowLeft' ? beside.find(({ orders }) => orders.length > 0) : undefined;
  return column?.orders[Math.min(row, column.orders.length - 1)]?.id;
}

/** All columns: open orders, the oldest first, and those that came to their end today. */
export function useBoard() {
  const { data: store } = useStore();

  async function column(status: OrderStatus): Promise<BoardColumn> {
    const { orderTransitions = [], timeZone = 'UTC' } = store.value ?? {};
    const over = isFinal(status, orderTransitions);
    const today = startOfDay(storeDay(Date.now(), timeZone), timeZone);
    const query = over
      ? ({ status, pageSize: MOST, sort: 'newest', from: today } as const)
      : ({ status, pageSize: MOST, sort: 'oldest' } as const);
    const { items, total } = await answerOf(api.GET('/api/v1/admin/orders', { params: { query } }));
    return { status, orders: items, total, isFinal: over };
  }

  return useQuery({
    key: KEY,
    query: () => Promise.all((store.value?.orderStatuses ?? []).map(column)),
    enabled: () => store.value !== undefined,
  });
}

/** Moves an order on the board at once, and back where the server refuses. */
export function useBoardMove(onError: (problem: Error) => void) {
  const cache = useQueryCache();
  return useMutation({
    mutation: (move: Move) => moveOrder(move),
    onMutate: ({ id, to }: Move) => {
      cache.cancelQueries({ key: KEY });
      const before = cache.getQueryData<BoardColumn[]>(KEY);
      if (before !== undefined) cache.setQueryData(KEY, withMove(before, id, to));
      return { before };
    },
    onError: (problem, _move, { before }) => {
      if (before !== undefined) cache.setQueryData(KEY, before);
      onError(problem);
    },
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

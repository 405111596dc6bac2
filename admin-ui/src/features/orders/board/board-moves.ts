import type { Order, OrderStatus } from '../order-status';

/** A column's orders, and how many there are altogether. */
export interface BoardColumn {
  readonly status: OrderStatus;
  readonly orders: readonly Order[];
  readonly total: number;
  /** Orders go nowhere from here: only those of today are shown. */
  readonly isFinal: boolean;
}

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

/** The order that an arrow key leads to from another: next in its column, or as far down in the nearest column with orders. */
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

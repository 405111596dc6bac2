import type { Order, OrderStatus } from '../order-status';

/** A column's orders and their total number. */
export interface BoardColumn {
  readonly status: OrderStatus;
  readonly orders: readonly Order[];
  readonly total: number;
  /** True for a final status: only today's orders are shown. */
  readonly isFinal: boolean;
}

/** Returns the board with an order moved: removed from its column, appended to the other. */
export function withMove(board: readonly BoardColumn[], id: string, to: OrderStatus): BoardColumn[] {
  const order = board.flatMap(({ orders }) => orders).find((candidate) => candidate.id === id);
  if (order === undefined || order.status === to) return [...board];
  // The server's response brings the next statuses and the undo.
  const moved = { ...order, status: to, nextStatuses: [], undo: null };
  return board.map((column) => {
    if (column.status === to)
      return { ...column, orders: [...column.orders, moved], total: column.total + 1 };
    if (column.status !== order.status) return column;
    return { ...column, orders: column.orders.filter((other) => other.id !== id), total: column.total - 1 };
  });
}

/** Returns the ID of the order that an arrow key moves to: next in the column, or in the same row of the nearest column with orders. */
export function neighbour(board: readonly BoardColumn[], id: string, key: string): string | undefined {
  const at = board.findIndex(({ orders }) => orders.some((order) => order.id === id));
  const row = board[at]?.orders.findIndex((order) => order.id === id) ?? -1;
  if (at < 0) return undefined;
  if (key === 'ArrowDown') return board[at]?.orders[row + 1]?.id;
  if (key === 'ArrowUp') return board[at]?.orders[row - 1]?.id;
  const beside = key === 'ArrowRight' ? board.slice(at + 1) : board.slice(0, at).toReversed();
  const column =
    key === 'ArrowRight' || key === 'ArrowLeft' ? beside.find(({ orders }) => orders.length > 0) : undefined;
  return column?.orders[Math.min(row, column.orders.length - 1)]?.id;
}

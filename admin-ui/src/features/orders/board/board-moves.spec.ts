import { describe, expect, it } from 'vitest';
import type { Order, OrderStatus } from '../order-status';
import { neighbour, withMove, type BoardColumn } from './board-moves';

function column(status: OrderStatus, ...ids: string[]): BoardColumn {
  const orders = ids.map((id) => ({ id, status, nextStatuses: ['packed'] }) as Partial<Order> as Order);
  return { status, orders, total: ids.length, isFinal: false };
}

const idsOf = (board: readonly BoardColumn[]): string[][] =>
  board.map(({ orders }) => orders.map(({ id }) => id));

describe('withMove', () => {
  const board = [column('placed', 'a', 'b'), column('packed', 'c')];

  it('removes an order from its column and appends it to the other', () => {
    const moved = withMove(board, 'a', 'packed');
    expect(idsOf(moved)).toEqual([['b'], ['c', 'a']]);
    expect(moved.map(({ total }) => total)).toEqual([1, 2]);
    expect(moved[1]?.orders[1]).toMatchObject({ status: 'packed', nextStatuses: [], undo: null });
  });

  it('changes nothing if the order is unknown or already there', () => {
    expect(withMove(board, 'c', 'packed')).toEqual(board);
    expect(withMove(board, 'x', 'packed')).toEqual(board);
  });
});

describe('neighbour', () => {
  const board = [column('placed', 'a', 'b'), column('packed'), column('delivered', 'c')];

  it('moves up and down within a column', () => {
    expect(neighbour(board, 'a', 'ArrowDown')).toBe('b');
    expect(neighbour(board, 'a', 'ArrowUp')).toBeUndefined();
  });

  it('moves across to the next column with orders', () => {
    expect(neighbour(board, 'b', 'ArrowRight')).toBe('c');
    expect(neighbour(board, 'c', 'ArrowLeft')).toBe('a');
    expect(neighbour(board, 'c', 'ArrowRight')).toBeUndefined();
  });
});

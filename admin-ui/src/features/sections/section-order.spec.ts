import { describe, expect, it } from 'vitest';
import { moved, newPositions } from './section-order';

const list = (...positions: number[]): { id: string; position: number }[] =>
  positions.map((position, i) => ({ id: 'abcdefgh'.charAt(i), position }));
const changes = (...positions: number[]): string[] =>
  newPositions(list(...positions)).map(({ item, position }) => `${item.id}${String(position)}`);

describe('the order of sections', () => {
  it('moves one among the others', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('changes nothing that is in order', () => {
    expect(changes(1, 2, 5, 9)).toEqual([]);
  });

  it('changes the one that was moved alone, where there is room', () => {
    expect(changes(1, 9, 5, 7)).toEqual(['b2']);
    expect(changes(1, 2, 4, 3)).toEqual(['d5']);
  });

  it('pushes on those after it where there is none', () => {
    expect(changes(1, 4, 2, 3)).toEqual(['b2', 'c3', 'd4']);
  });

  it('parts those that share a position', () => {
    expect(changes(1, 1, 1)).toEqual(['b2', 'c3']);
  });

  it('always ends in order', () => {
    for (const positions of [
      [3, 1, 2],
      [5, 5, 4, 4],
      [9, 1, 1, 8, 2],
      [0, 0],
    ]) {
      const before = list(...positions);
      const byId = new Map(newPositions(before).map(({ item, position }) => [item.id, position]));
      const after = before.map(({ id, position }) => byId.get(id) ?? position);
      expect(after.every((position, i) => i === 0 || position > (after[i - 1] ?? 0))).toBe(true);
    }
  });
});

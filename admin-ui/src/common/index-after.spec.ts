import { describe, expect, it } from 'vitest';
import { indexAfter } from './index-after';

describe('indexAfter', () => {
  it.each([
    [0, 'ArrowDown', 1],
    [2, 'ArrowDown', 0],
    [0, 'ArrowUp', 2],
    [1, 'Home', 0],
    [1, 'End', 2],
  ])('moves from %i by %s to %i', (index, key, expected) => {
    expect(indexAfter(index, key, 3)).toBe(expected);
  });

  it('returns -1 for an empty list', () => {
    expect(indexAfter(0, 'ArrowDown', 0)).toBe(-1);
  });
});

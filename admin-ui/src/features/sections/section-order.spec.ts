import { describe, expect, it } from 'vitest';
import { sortByIds, moveItem } from './section-order';

describe('section order', () => {
  it('moves an item to another position', () => {
    expect(moveItem(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moveItem(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moveItem(['a'], 5, 0)).toEqual(['a']);
  });

  const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it('restores the order given by IDs', () => {
    expect(sortByIds(items, ['c', 'a', 'b'])).toEqual([{ id: 'c' }, { id: 'a' }, { id: 'b' }]);
  });

  it('returns undefined if the items have changed', () => {
    expect(sortByIds(items, ['a', 'b'])).toBeUndefined();
    expect(sortByIds(items, ['a', 'b', 'x'])).toBeUndefined();
    expect(sortByIds(items, ['a', 'b', 'c', 'x'])).toBeUndefined();
  });
});

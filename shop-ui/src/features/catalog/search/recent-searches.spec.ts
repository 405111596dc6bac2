import { expect, it } from 'vitest';
import { withNewest } from './recent-searches';

it('puts the newest first, and no word twice', () => {
  expect(withNewest(['milk', 'rice'], 'Rice')).toEqual(['Rice', 'milk']);
});

it('remembers five', () => {
  expect(withNewest(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
});

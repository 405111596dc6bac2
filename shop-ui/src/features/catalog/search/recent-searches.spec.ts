import { expect, it } from 'vitest';
import { withNewest } from './recent-searches';

it('puts the newest search first and removes duplicates', () => {
  expect(withNewest(['milk', 'rice'], 'Rice')).toEqual(['Rice', 'milk']);
});

it('keeps five searches', () => {
  expect(withNewest(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
});

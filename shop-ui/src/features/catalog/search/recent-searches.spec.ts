import { expect, it } from 'vitest';
import { forgetSearch, useRecentSearches, withNewest } from './recent-searches';

it('puts the newest search first and removes duplicates', () => {
  expect(withNewest(['milk', 'rice'], 'Rice')).toEqual(['Rice', 'milk']);
});

it('keeps five searches', () => {
  expect(withNewest(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
});

it('forgets a search that has found nothing', () => {
  const { recent, remember, reload } = useRecentSearches();
  for (const words of ['rice', 'Tofu', 'milk']) remember(words);
  forgetSearch('tofu');
  reload();
  expect(recent.value).toEqual(['milk', 'rice']);
});

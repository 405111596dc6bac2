import { describe, expect, it } from 'vitest';
import { queryText } from './query-text.ts';

describe('queryText', () => {
  it('leaves out undefined values, and sorts the others', () => {
    expect(queryText({ q: 'milk 1 l', page: 2, sort: undefined })).toBe('page=2&q=milk+1+l');
  });

  it('repeats a parameter with several values', () => {
    expect(queryText({ ids: ['b', 'a'], page: 1 })).toBe('ids=b&ids=a&page=1');
  });
});

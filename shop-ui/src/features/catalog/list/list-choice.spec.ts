import { expect, it } from 'vitest';
import { countFilters, readChoice, writeChoice } from './list-choice';

it('reads back a written choice', () => {
  const choice = {
    inStock: true,
    minRate: 1000,
    maxRate: 20_000,
    madeAfter: '2026-11-18',
    sort: '-rate',
  } as const;
  expect(readChoice(writeChoice(choice) as Record<string, string>)).toEqual(choice);
});

it('ignores invalid parameters', () => {
  const query = {
    inStock: 'perhaps',
    minRate: '-5',
    maxRate: '9'.repeat(12),
    madeAfter: '2026-13-45',
    sort: 'colour',
  };
  expect(readChoice(query)).toEqual({});
});

it('keeps other query parameters', () => {
  expect(writeChoice({ sort: 'rate' }, { q: 'rice', inStock: 'true' })).toEqual({ q: 'rice', sort: 'rate' });
});

it('counts a price range as one filter and ignores the sort order', () => {
  expect(countFilters({ minRate: 1, maxRate: 2, sort: 'rate' })).toBe(1);
  expect(countFilters({ inStock: true, madeAfter: '2026-11-18' })).toBe(2);
  expect(countFilters({})).toBe(0);
});

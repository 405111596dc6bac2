import { expect, it } from 'vitest';
import { countFilters, readChoice, writeChoice } from './list-choice';

it('reads what it has written', () => {
  const choice = {
    inStock: true,
    minRate: 1000,
    maxRate: 20_000,
    madeAfter: '2026-11-18',
    sort: '-rate',
  } as const;
  expect(readChoice(writeChoice(choice) as Record<string, string>)).toEqual(choice);
});

it('leaves out what makes no sense', () => {
  const query = {
    inStock: 'perhaps',
    minRate: '-5',
    maxRate: '9'.repeat(12),
    madeAfter: '2026-13-45',
    sort: 'colour',
  };
  expect(readChoice(query)).toEqual({});
});

it('keeps what else stands in the address', () => {
  expect(writeChoice({ sort: 'rate' }, { q: 'rice', inStock: 'true' })).toEqual({ q: 'rice', sort: 'rate' });
});

it('counts a price range once, and the order not at all', () => {
  expect(countFilters({ minRate: 1, maxRate: 2, sort: 'rate' })).toBe(1);
  expect(countFilters({ inStock: true, madeAfter: '2026-11-18' })).toBe(2);
  expect(countFilters({})).toBe(0);
});

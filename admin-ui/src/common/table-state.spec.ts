import { describe, expect, it } from 'vitest';
import { nextSort, readChoice, sortedBy, writeChoice } from './table-state';

const SHAPE = { filters: ['status', 'from'], sort: 'newest', pageSize: 25 };

describe('a table in the address', () => {
  it('is the plain table where nothing is said', () => {
    expect(readChoice({}, SHAPE)).toEqual({ q: '', page: 1, pageSize: 25, sort: 'newest', filters: {} });
  });

  it('comes back from the address as it went in', () => {
    const choice = { q: 'rice', page: 3, pageSize: 50, sort: '-total', filters: { status: 'placed' } };
    expect(readChoice(writeChoice(choice, SHAPE), SHAPE)).toEqual(choice);
  });

  it('leaves out what goes without saying and keeps what is not its own', () => {
    const choice = { q: '', page: 1, pageSize: 25, sort: 'newest', filters: {} };
    expect(writeChoice(choice, SHAPE, { tab: 'all', page: '4', status: 'packed' })).toEqual({ tab: 'all' });
  });

  it.each(['0', '-1', '1.5', 'x', ['2', '3']])('takes page %j for the first', (page) => {
    expect(readChoice({ page, size: '7' }, SHAPE)).toMatchObject({ page: 1, pageSize: 25 });
  });
});

describe('sorting by a column', () => {
  const total = { ascending: 'total', descending: '-total', first: 'descending' } as const;

  it('begins with its first way and turns round with each click', () => {
    expect(nextSort(total, 'newest')).toBe('-total');
    expect(nextSort(total, '-total')).toBe('total');
    expect(nextSort(total, 'total')).toBe('-total');
  });

  it('stays where a column knows one way alone', () => {
    expect(nextSort({ ascending: 'bestBefore' }, 'bestBefore')).toBe('bestBefore');
    expect(nextSort({ descending: 'newest' }, 'name')).toBe('newest');
  });

  it('says which way it is sorted', () => {
    expect(sortedBy(total, '-total')).toBe('descending');
    expect(sortedBy(total, 'newest')).toBe('none');
  });
});

import { describe, expect, it } from 'vitest';
import { nextSort, readTableQuery, sortDirection, writeTableQuery } from './table-state';

const DEFAULTS = { q: '', page: 1, pageSize: 25, sort: 'newest', columns: [], filters: {} };
const SHAPE = { filters: ['status', 'from'], sort: 'newest', pageSize: 25 };

describe('table state in the URL', () => {
  it('uses the defaults for an empty query', () => {
    expect(readTableQuery({}, SHAPE)).toEqual(DEFAULTS);
  });

  it('reads back the state it has written', () => {
    const choice = {
      ...{ q: 'rice', page: 3, pageSize: 50, sort: '-total' },
      ...{ columns: ['number', 'best-before'], filters: { status: 'placed' } },
    };
    expect(readTableQuery(writeTableQuery(choice, SHAPE), SHAPE)).toEqual(choice);
  });

  it('omits defaults and keeps other query parameters', () => {
    expect(writeTableQuery(DEFAULTS, SHAPE, { tab: 'all', page: '4', status: 'packed' })).toEqual({
      tab: 'all',
    });
  });

  it.each(['0', '-1', '1.5', 'x', ['2', '3']])('treats page %j as the first page', (page) => {
    expect(readTableQuery({ page, size: '7' }, SHAPE)).toMatchObject({ page: 1, pageSize: 25 });
  });
});

describe('column sorting', () => {
  const total = { ascending: 'total', descending: '-total', first: 'descending' } as const;

  it('starts with the column’s first direction and flips with each click', () => {
    expect(nextSort(total, 'newest')).toBe('-total');
    expect(nextSort(total, '-total')).toBe('total');
    expect(nextSort(total, 'total')).toBe('-total');
  });

  it('keeps the direction of a column that sorts only one way', () => {
    expect(nextSort({ ascending: 'bestBefore' }, 'bestBefore')).toBe('bestBefore');
    expect(nextSort({ descending: 'newest' }, 'name')).toBe('newest');
  });

  it('returns the current sort direction', () => {
    expect(sortDirection(total, '-total')).toBe('descending');
    expect(sortDirection(total, 'newest')).toBe('none');
  });
});

import { describe, expect, it } from 'vitest';
import { userFilters } from './user-filters';

const NOW = Date.parse('2026-11-25T12:34:56Z');
const NONE = {
  q: '',
  page: 1,
  pageSize: 25,
  sort: '-createdAt',
  filters: { role: undefined, status: undefined, activity: undefined },
};

describe('userFilters', () => {
  it('requests all users without filters', () => {
    expect(userFilters(NONE, NOW)).toEqual({ page: 1, pageSize: 25, sort: '-createdAt' });
  });

  it('requests recently active users, rounded to the hour', () => {
    const filters = { role: 'store_manager', status: 'pending', activity: 'within-7' };
    expect(userFilters({ ...NONE, q: 'ma', filters }, NOW)).toMatchObject({
      q: 'ma',
      role: 'store_manager',
      status: 'pending',
      activeSince: '2026-11-18T12:00:00.000Z',
    });
  });

  it('requests inactive users', () => {
    expect(userFilters({ ...NONE, filters: { ...NONE.filters, activity: 'away-30' } }, NOW)).toMatchObject({
      inactiveDays: 30,
    });
  });

  it('ignores invalid values in the URL', () => {
    const filters = { role: 'king', status: 'x', activity: 'within-9999' };
    expect(userFilters({ ...NONE, sort: 'password', filters }, NOW)).toEqual({ page: 1, pageSize: 25 });
  });
});

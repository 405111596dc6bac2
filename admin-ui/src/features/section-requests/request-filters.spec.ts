import { describe, expect, it } from 'vitest';
import { requestFilters } from './request-filters';

const NONE = { q: '', page: 1, pageSize: 25, filters: { status: undefined, type: undefined } };

describe('requestFilters', () => {
  it('requests pending ones by default', () => {
    expect(requestFilters(NONE)).toEqual({ page: 1, pageSize: 25, status: 'pending' });
  });

  it('requests all statuses if chosen', () => {
    const all = { ...NONE, q: 'herbs', filters: { status: 'all', type: 'delete' } };
    expect(requestFilters(all)).toEqual({ page: 1, pageSize: 25, requestType: 'delete', q: 'herbs' });
  });

  it('ignores invalid values in the URL', () => {
    expect(requestFilters({ ...NONE, filters: { status: 'nonsense', type: 'x' } })).toEqual({
      page: 1,
      pageSize: 25,
      status: 'pending',
    });
  });
});

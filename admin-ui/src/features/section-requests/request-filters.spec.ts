import { describe, expect, it } from 'vitest';
import { requestFilters } from './request-filters';

const NONE = { q: '', page: 1, pageSize: 25, filters: { status: undefined, type: undefined } };

describe('requestFilters', () => {
  it('is the queue where nothing is chosen', () => {
    expect(requestFilters(NONE)).toEqual({ page: 1, pageSize: 25, status: 'pending' });
  });

  it('shows all where that is chosen', () => {
    const all = { ...NONE, q: 'herbs', filters: { status: 'all', type: 'delete' } };
    expect(requestFilters(all)).toEqual({ page: 1, pageSize: 25, requestType: 'delete', q: 'herbs' });
  });

  it('passes over what somebody wrote into the address', () => {
    expect(requestFilters({ ...NONE, filters: { status: 'nonsense', type: 'x' } })).toEqual({
      page: 1,
      pageSize: 25,
      status: 'pending',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { auditFilters } from './audit-filters';

const NONE = {
  q: '',
  page: 1,
  pageSize: 25,
  filters: {
    kind: undefined,
    what: undefined,
    subject: undefined,
    actor: undefined,
    from: undefined,
    to: undefined,
  },
};

describe('auditFilters', () => {
  it('converts the dates to full days in the store’s time zone', () => {
    const filters = { ...NONE.filters, from: '2026-11-24', to: '2026-11-24' };
    expect(auditFilters({ ...NONE, filters }, 'Asia/Kolkata')).toEqual({
      page: 1,
      pageSize: 25,
      from: '2026-11-23T18:30:00.000Z',
      to: '2026-11-24T18:30:00.000Z',
    });
  });

  it('filters by words, action, subject and actor', () => {
    const filters = { ...NONE.filters, kind: 'user', what: 'users.suspended', subject: 'u1', actor: 'u2' };
    expect(auditFilters({ ...NONE, q: 'asha', filters }, 'UTC')).toEqual({
      page: 1,
      pageSize: 25,
      q: 'asha',
      action: 'users.suspended',
      subjectType: 'user',
      subjectId: 'u1',
      actorId: 'u2',
    });
  });
});

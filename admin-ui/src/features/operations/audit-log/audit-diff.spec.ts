import { describe, expect, it } from 'vitest';
import { fieldChanges, isChange, subjectPage } from './audit-diff';

describe('fieldChanges', () => {
  it('pairs values before and after, changed fields first', () => {
    const changes = fieldChanges({
      before: { name: 'Milk', quantityAvailable: 16 },
      after: { name: 'Milk', quantityAvailable: 32, note: null, reason: 'delivery' },
    } as never);
    expect(changes).toEqual([
      { field: 'quantityAvailable', before: '16', after: '32' },
      { field: 'name', before: 'Milk', after: 'Milk' },
      { field: 'reason', before: null, after: 'delivery' },
    ]);
    expect(changes.filter(isChange)).toHaveLength(1);
  });

  it('returns an empty list for an entry without values', () => {
    expect(fieldChanges({ before: null, after: null } as never)).toEqual([]);
  });
});

describe('subjectPage', () => {
  it('returns the page of subjects that have one', () => {
    expect(subjectPage({ subjectType: 'order', subjectId: 'o1' })).toBe('/orders/o1');
    expect(subjectPage({ subjectType: 'event', subjectId: 'e1' })).toBeUndefined();
    expect(subjectPage({ subjectType: 'user', subjectId: null })).toBeUndefined();
  });
});

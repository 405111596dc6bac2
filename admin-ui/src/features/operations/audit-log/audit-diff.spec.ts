import { describe, expect, it } from 'vitest';
import { fieldChanges, isChange, listedChanges, subjectPage } from './audit-diff';

describe('fieldChanges', () => {
  it('pairs values before and after, changed fields first', () => {
    const changes = fieldChanges({
      before: { name: 'Milk', quantityAvailable: 16 },
      after: { name: 'Milk', quantityAvailable: 32, note: null, reason: 'delivery' },
    });
    expect(changes).toEqual([
      { field: 'quantityAvailable', before: 16, after: 32 },
      { field: 'name', before: 'Milk', after: 'Milk' },
      { field: 'reason', before: null, after: 'delivery' },
    ]);
    expect(changes.filter(isChange)).toHaveLength(1);
  });

  it('returns an empty list for an entry without values', () => {
    expect(fieldChanges({ before: null, after: null })).toEqual([]);
  });
});

describe('listedChanges', () => {
  it('leaves out what an edit has not changed, and what says nothing', () => {
    const changes = listedChanges({
      before: { name: 'Milk', brand: 'Nandi', version: 1 },
      after: { name: 'Milk', brand: 'Amul', version: 2, note: 'New dairy' },
    });
    expect(changes.map(({ field }) => field)).toEqual(['brand', 'note']);
  });

  it('keeps all that a new record has', () => {
    const changes = listedChanges({ before: null, after: { name: 'Milk', sessionId: 'x' } });
    expect(changes.map(({ field }) => field)).toEqual(['name']);
  });
});

describe('subjectPage', () => {
  it('returns the page of subjects that have one', () => {
    expect(subjectPage({ subjectType: 'order', subjectId: 'o1' })).toBe('/orders/o1');
    expect(subjectPage({ subjectType: 'mail', subjectId: 'm1' })).toBe('/operations/mails?mail=m1');
    expect(subjectPage({ subjectType: 'event', subjectId: 'e1' })).toBeUndefined();
    expect(subjectPage({ subjectType: 'user', subjectId: null })).toBeUndefined();
  });
});

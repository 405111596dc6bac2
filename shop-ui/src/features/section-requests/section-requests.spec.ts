import { describe, expect, it } from 'vitest';
import { bodyOf, faultsOf, type Wish } from './section-requests';

const EMPTY: Wish = { requestType: 'create', sectionId: '', sectionName: '', moveProductsTo: '', reason: '' };
const FULL: Wish = {
  requestType: 'create',
  sectionId: 's',
  sectionName: 'Tea',
  moveProductsTo: 't',
  reason: 'Why',
};
const fields = (wish: Wish, products = 0): string[] => faultsOf(wish, products).map(({ field }) => field);

describe('a request for a section', () => {
  it('says only what its type has a use for', () => {
    expect(bodyOf(FULL)).toEqual({ requestType: 'create', sectionName: 'Tea', reason: 'Why' });
    expect(bodyOf({ ...FULL, requestType: 'rename' })).toEqual({
      requestType: 'rename',
      sectionId: 's',
      sectionName: 'Tea',
      reason: 'Why',
    });
    expect(bodyOf({ ...FULL, requestType: 'delete' })).toEqual({
      requestType: 'delete',
      sectionId: 's',
      moveProductsTo: 't',
      reason: 'Why',
    });
  });

  it('misses what its type needs', () => {
    expect(fields(EMPTY)).toEqual(['sectionName', 'reason']);
    expect(fields({ ...EMPTY, requestType: 'rename' })).toEqual(['sectionId', 'sectionName', 'reason']);
    expect(fields({ ...EMPTY, requestType: 'delete' })).toEqual(['sectionId', 'reason']);
  });

  it('says where products go only if there are some', () => {
    const wish: Wish = { ...FULL, requestType: 'delete', moveProductsTo: '' };
    expect(fields(wish, 3)).toEqual(['moveProductsTo']);
    expect(fields(wish, 0)).toEqual([]);
    expect(bodyOf(wish).moveProductsTo).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { bodyOf, validateRequest, type RequestInput } from './own-requests';

const FULL: RequestInput = {
  requestType: 'create',
  sectionId: 's',
  sectionName: 'Tea',
  moveProductsTo: 't',
  reason: 'Why',
};
const EMPTY: RequestInput = { ...FULL, sectionId: null, sectionName: '', moveProductsTo: null, reason: '' };
const missing = (input: RequestInput, hasProducts = false): string[] =>
  validateRequest(input, hasProducts).map(({ field }) => field);

describe('a section request of a manager', () => {
  it('has only the fields of its type', () => {
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

  it('names each missing field', () => {
    expect(missing(EMPTY)).toEqual(['sectionName', 'reason']);
    expect(missing({ ...EMPTY, requestType: 'rename' })).toEqual(['sectionId', 'sectionName', 'reason']);
    expect(missing({ ...EMPTY, requestType: 'delete' })).toEqual(['sectionId', 'reason']);
    expect(missing({ ...EMPTY, requestType: 'delete' }, true)).toEqual([
      'sectionId',
      'moveProductsTo',
      'reason',
    ]);
    expect(missing(FULL)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { bodyOf, validateRequest, type RequestInput } from './section-requests';

const EMPTY: RequestInput = {
  requestType: 'create',
  sectionId: '',
  sectionName: '',
  moveProductsTo: '',
  reason: '',
};
const FULL: RequestInput = {
  requestType: 'create',
  sectionId: 's',
  sectionName: 'Tea',
  moveProductsTo: 't',
  reason: 'Why',
};
const fields = (input: RequestInput, products = 0): string[] =>
  validateRequest(input, products).map(({ field }) => field);

describe('bodyOf and validateRequest', () => {
  it('sends only the fields that the request type uses', () => {
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

  it('reports missing fields of each request type', () => {
    expect(fields(EMPTY)).toEqual(['sectionName', 'reason']);
    expect(fields({ ...EMPTY, requestType: 'rename' })).toEqual(['sectionId', 'sectionName', 'reason']);
    expect(fields({ ...EMPTY, requestType: 'delete' })).toEqual(['sectionId', 'reason']);
  });

  it('requires a target section only if products must move', () => {
    const input: RequestInput = { ...FULL, requestType: 'delete', moveProductsTo: '' };
    expect(fields(input, 3)).toEqual(['moveProductsTo']);
    expect(fields(input, 0)).toEqual([]);
    expect(bodyOf(input).moveProductsTo).toBeNull();
  });
});

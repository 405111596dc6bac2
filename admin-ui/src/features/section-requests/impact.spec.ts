import { describe, expect, it } from 'vitest';
import { beforeAndAfter, obstaclesOf } from './impact';
import type { Impact } from './section-requests';

const IMPACT: Impact = {
  requestType: 'delete',
  sectionId: 'herbs',
  sectionName: 'Herbs',
  currentSectionName: 'Herbs & Greens',
  sectionVersion: 1,
  changedSinceAsked: false,
  products: 12,
  carts: 0,
  pendingRequests: 0,
  nameTaken: false,
  moveProductsTo: 'vegetables',
  moveProductsToName: 'Vegetables',
  productNamesClashing: [],
};

describe('obstaclesOf', () => {
  it('returns no obstacles if the products of a deleted section have a target', () => {
    expect(obstaclesOf(IMPACT)).toEqual([]);
  });

  it.each<[string, Partial<Impact>]>([
    ['products-stay', { moveProductsTo: null, moveProductsToName: null }],
    ['target-gone', { moveProductsToName: null }],
    ['names-clash', { productNamesClashing: ['Basil'] }],
    ['section-gone', { currentSectionName: null }],
    ['name-taken', { requestType: 'rename', nameTaken: true }],
  ])('detects the obstacle %s', (obstacle, change) => {
    expect(obstaclesOf({ ...IMPACT, ...change })).toEqual([obstacle]);
  });

  it('allows deleting an empty section without a target', () => {
    expect(obstaclesOf({ ...IMPACT, products: 0, moveProductsTo: null })).toEqual([]);
  });

  it('expects no existing section for a request to create one', () => {
    expect(obstaclesOf({ ...IMPACT, requestType: 'create', currentSectionName: null })).toEqual([]);
  });
});

describe('beforeAndAfter', () => {
  it('shows the target of a deleted section’s products', () => {
    expect(beforeAndAfter(IMPACT)).toEqual({
      before: { name: 'Herbs & Greens', products: 12 },
      after: { name: null, products: 12, movedTo: 'Vegetables' },
    });
  });

  it('keeps the products of a renamed section', () => {
    expect(beforeAndAfter({ ...IMPACT, requestType: 'rename' })).toEqual({
      before: { name: 'Herbs & Greens', products: 12 },
      after: { name: 'Herbs', products: 12 },
    });
  });

  it('starts a new section without products', () => {
    expect(beforeAndAfter({ ...IMPACT, requestType: 'create' })).toEqual({
      before: { name: null, products: null },
      after: { name: 'Herbs', products: 0 },
    });
  });
});

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
  it('finds none where the products of a deleted section have a place to go to', () => {
    expect(obstaclesOf(IMPACT)).toEqual([]);
  });

  it.each<[string, Partial<Impact>]>([
    ['products-stay', { moveProductsTo: null, moveProductsToName: null }],
    ['target-gone', { moveProductsToName: null }],
    ['names-clash', { productNamesClashing: ['Basil'] }],
    ['section-gone', { currentSectionName: null }],
    ['name-taken', { requestType: 'rename', nameTaken: true }],
  ])('finds %s', (obstacle, change) => {
    expect(obstaclesOf({ ...IMPACT, ...change })).toEqual([obstacle]);
  });

  it('lets an empty section be deleted without saying where its products go', () => {
    expect(obstaclesOf({ ...IMPACT, products: 0, moveProductsTo: null })).toEqual([]);
  });

  it('does not look for the section of one that is yet to be made', () => {
    expect(obstaclesOf({ ...IMPACT, requestType: 'create', currentSectionName: null })).toEqual([]);
  });
});

describe('beforeAndAfter', () => {
  it('shows where the products of a deleted section go', () => {
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

  it('begins a new section with nothing', () => {
    expect(beforeAndAfter({ ...IMPACT, requestType: 'create' })).toEqual({
      before: { name: null, products: null },
      after: { name: 'Herbs', products: 0 },
    });
  });
});

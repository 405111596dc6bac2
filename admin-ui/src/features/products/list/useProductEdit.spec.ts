import { expect, it } from 'vitest';
import type { Product, ProductChanges } from '../editor/product-draft';
import { isConflict } from './useProductEdit';

const SEEN = { name: 'Milk', unitType: 'l', ratePerUnit: 6000, quantityStep: 1, brand: 'Nandi' } as Product;

it.each<[string, ProductChanges, Partial<Product>, boolean]>([
  ['the brand here and the rate there', { brand: 'Amul' }, { ratePerUnit: 6100 }, false],
  ['the rate here and the step there', { ratePerUnit: 6200 }, { quantityStep: 0.5 }, false],
  ['the brand here and the unit there', { brand: 'Amul' }, { unitType: 'pack' }, false],
  ['the rate on both sides', { ratePerUnit: 6200 }, { ratePerUnit: 6100 }, true],
  ['the rate here and the unit there', { ratePerUnit: 6200 }, { unitType: 'pack' }, true],
  ['the unit here and the step there', { unitType: 'pack' }, { quantityStep: 0.5 }, true],
])('knows whether a person must choose after a change of %s', (_, changes, theirs, isOne) => {
  expect(isConflict({ seen: SEEN, changes, now: { ...SEEN, ...theirs } })).toBe(isOne);
});

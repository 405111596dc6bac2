import { expect, it } from 'vitest';
import { conflictingFields } from './conflict-row';

const FIELDS = ['name', 'rate', 'brand'] as const;
const SEEN = { name: 'Milk', rate: 10, brand: 'A' };

it('lists fields changed by both, or only by the other version', () => {
  const now = { name: 'Milk', rate: 12, brand: 'B' };
  expect(conflictingFields(FIELDS, SEEN, { rate: 11 }, now)).toEqual(['rate', 'brand']);
});

it('omits fields that both changed to the same value', () => {
  expect(conflictingFields(FIELDS, SEEN, { rate: 12 }, { ...SEEN, rate: 12 })).toEqual([]);
});

it('lists fields that only this edit changes', () => {
  expect(conflictingFields(FIELDS, SEEN, { name: 'Whole milk' }, { ...SEEN, brand: 'B' })).toEqual([
    'name',
    'brand',
  ]);
});

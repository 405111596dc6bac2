import { expect, it } from 'vitest';
import { conflictingFields } from './conflict-row';

const FIELDS = ['name', 'rate', 'brand'] as const;
const SEEN = { name: 'Milk', rate: 10, brand: 'A' };

it('names what both changed, and what the other changed alone', () => {
  const now = { name: 'Milk', rate: 12, brand: 'B' };
  expect(conflictingFields(FIELDS, SEEN, { rate: 11 }, now)).toEqual(['rate', 'brand']);
});

it('leaves out where both want the same', () => {
  expect(conflictingFields(FIELDS, SEEN, { rate: 12 }, { ...SEEN, rate: 12 })).toEqual([]);
});

it('names what only this edit changes', () => {
  expect(conflictingFields(FIELDS, SEEN, { name: 'Whole milk' }, { ...SEEN, brand: 'B' })).toEqual([
    'name',
    'brand',
  ]);
});

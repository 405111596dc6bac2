import { expect, it } from 'vitest';
import { conflictingFields, overlappingFields } from './conflict-row';

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

it.each([
  [{ brand: 'C' }, { ...SEEN, rate: 12 }, []],
  [{ brand: 'C', rate: 10 }, { ...SEEN, rate: 12 }, []],
  [{ rate: 11 }, { ...SEEN, rate: 12 }, ['rate']],
  [{ rate: 12, brand: 'C' }, { ...SEEN, rate: 12 }, []],
] as const)('finds that the edit %j overlaps with %j in %j', (changes, now, fields) => {
  expect(overlappingFields(FIELDS, SEEN, changes, now)).toEqual(fields);
});

import { expect, it } from 'vitest';
import type { UnitType } from './quantity.ts';
import { saidQuantity } from './said-quantity.ts';

it.each<[number, UnitType, number, UnitType]>([
  [250, 'kg', 250_000, 'g'],
  [1_250, 'kg', 1_250, 'kg'],
  [100, 'l', 100_000, 'ml'],
  [500_000, 'g', 500_000, 'g'],
  [1_000_000, 'g', 1_000, 'kg'],
  [1_250_000, 'ml', 1_250, 'l'],
  // Not exact in thousandths of a kilogram.
  [1_000_500, 'g', 1_000_500, 'g'],
  [500, 'dozen', 6_000, 'piece'],
  [250, 'dozen', 3_000, 'piece'],
  [100, 'dozen', 100, 'dozen'],
  [1_500, 'dozen', 1_500, 'dozen'],
  [0, 'kg', 0, 'kg'],
  [3_000, 'bunch', 3_000, 'bunch'],
])('says %i of %s as %i of %s', (thousandths, unit, said, saidUnit) => {
  expect(saidQuantity(thousandths, unit)).toEqual({ thousandths: said, unit: saidUnit });
});

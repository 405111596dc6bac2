import { expect, it } from 'vitest';
import { stockLevelOf } from './stock-level';

it('distinguishes low stock from sold out, as the server decides', () => {
  const levels = [
    { quantityAvailable: 0, isLowStock: true },
    { quantityAvailable: 2, isLowStock: true },
    { quantityAvailable: 2, isLowStock: false },
  ];
  expect(levels.map(stockLevelOf)).toEqual(['out', 'low', 'enough']);
});

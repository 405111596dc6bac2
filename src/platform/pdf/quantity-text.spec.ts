import type { UnitType } from '../../platform/common/money/unit-type.js';
import { quantityText } from './quantity-text.js';

const text = (quantity: number, unit: UnitType): string =>
  quantityText(quantity, unit, String).replace('\u00a0', ' ');

describe('quantityText', () => {
  it.each<[number, UnitType, string]>([
    [1.25, 'kg', '1.25 kg'],
    [2, 'l', '2 l'],
    [1, 'piece', '1 piece'],
    [3, 'piece', '3 pieces'],
    [2, 'dozen', '2 dozen'],
    [0.5, 'bunch', '0.5 bunches'],
  ])('formats %d %s as %s', (quantity, unit, expected) => {
    expect(text(quantity, unit)).toBe(expected);
  });
});

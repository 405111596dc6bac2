import { UNIT_TYPES } from '../../platform/common/money/unit-type.js';
import { maxQuantityOf, USUAL_MAX_PER_ORDER } from './max-quantity.js';

describe('maxQuantityOf', () => {
  it.each(UNIT_TYPES)('is the usual limit of %s without one of the product', (unitType) => {
    expect(maxQuantityOf({ unitType, quantityStep: 1, maxPerOrder: null })).toBe(
      USUAL_MAX_PER_ORDER[unitType] * 1000,
    );
  });

  it('is the limit of the product if it has one', () => {
    expect(maxQuantityOf({ unitType: 'kg', quantityStep: 250, maxPerOrder: 5_000 })).toBe(5_000);
  });

  it('is never less than a step', () => {
    expect(maxQuantityOf({ unitType: 'kg', quantityStep: 80_000, maxPerOrder: null })).toBe(80_000);
  });
});

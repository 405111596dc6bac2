import type { UnitType } from '../../platform/common/money/unit-type.js';
import type { NetUnit } from './net-content.js';
import { unitPriceOf, type UnitPrice } from './unit-price.js';

type Case = [UnitType, number, number | null, NetUnit | null, UnitPrice | null];

const CASES: Case[] = [
  ['kg', 4000, null, null, { rate: 4000, per: 'kg' }],
  ['g', 38, null, null, { rate: 38_000, per: 'kg' }],
  ['l', 5600, null, null, { rate: 5600, per: 'l' }],
  ['ml', 20, null, null, { rate: 20_000, per: 'l' }],
  // ₹48 for 500 g, ₹10 for 65 g, ₹35 for half a gram.
  ['pack', 4800, 500_000, 'g', { rate: 9600, per: 'kg' }],
  ['pack', 1000, 65_000, 'g', { rate: 15_385, per: 'kg' }],
  ['pack', 3500, 500, 'g', { rate: 7_000_000, per: 'kg' }],
  ['piece', 9000, 750_000, 'ml', { rate: 12_000, per: 'l' }],
  ['pack', 8500, 6000, 'piece', { rate: 1417, per: 'piece' }],
  ['pack', 4800, null, null, null],
  ['piece', 900, null, null, null],
  ['bunch', 1000, null, null, null],
  ['pack', 0, 500_000, 'g', { rate: 0, per: 'kg' }],
];

describe('the unit price', () => {
  it.each(CASES)(
    'of a %s at %d with %s thousandths of %s',
    (unitType, ratePerUnit, netContent, netUnit, expected) => {
      expect(unitPriceOf({ unitType, ratePerUnit, netContent, netUnit })).toEqual(expected);
    },
  );

  it('is exact for the largest rate and the smallest contents', () => {
    expect(unitPriceOf({ unitType: 'pack', ratePerUnit: 100_000_000, netContent: 1, netUnit: 'g' })).toEqual({
      rate: 100_000_000_000_000,
      per: 'kg',
    });
  });
});

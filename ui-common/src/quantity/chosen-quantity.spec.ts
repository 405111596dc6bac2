import { describe, expect, it } from 'vitest';
import { chosenQuantity, type SaleTerms } from './chosen-quantity.ts';

const KILOS: SaleTerms = { unitType: 'kg', step: 250, available: 60_000, max: 50_000 };
const GRAMS: SaleTerms = { unitType: 'g', step: 50_000, available: 9_000_000, max: 10_000_000 };
const EGGS: SaleTerms = { unitType: 'dozen', step: 500, available: 40_000, max: 50_000 };
const DOZENS: SaleTerms = { ...EGGS, step: 1_000 };
const SACKS: SaleTerms = { unitType: 'pack', step: 1_000, available: 400_000, max: 100_000 };

describe('chosenQuantity', () => {
  it.each<[string, SaleTerms, object | undefined]>([
    ['1.25', KILOS, { quantity: 1_250, choices: [] }],
    ['500 g', KILOS, { quantity: 500, choices: [] }],
    ['0', KILOS, { quantity: 0, choices: [] }],
    ['0.7', KILOS, { quantity: 750, reason: 'steps', choices: [] }],
    ['1', { ...KILOS, available: 600 }, { quantity: 500, reason: 'stock', choices: [] }],
    ['few', KILOS, undefined],
  ])('takes "%s" at once', (typed, terms, chosen) => {
    expect(chosenQuantity(typed, terms)).toEqual(chosen);
  });

  it.each<[string, SaleTerms, object]>([
    ['10', KILOS, { quantity: 10_000, choices: [] }],
    ['11', KILOS, { reason: 'lot', choices: [11_000] }],
    ['24 sacks', SACKS, { reason: 'lot', choices: [24_000] }],
    ['20 sacks', SACKS, { quantity: 20_000, choices: [] }],
    ['40', { ...KILOS, available: 30_000 }, { reason: 'lot', choices: [30_000] }],
  ])('asks above the usual amount: "%s"', (typed, terms, chosen) => {
    expect(chosenQuantity(typed, terms)).toEqual(chosen);
  });

  it.each<[string, SaleTerms, object]>([
    ['120', KILOS, { reason: 'max', choices: [50_000] }],
    ['120 kg', { ...KILOS, available: 20_100 }, { reason: 'max', choices: [20_000] }],
  ])('offers the most per order for "%s"', (typed, terms, chosen) => {
    expect(chosenQuantity(typed, terms)).toEqual(chosen);
  });

  it.each<[string, SaleTerms, object]>([
    ['1,250', KILOS, { reason: 'unclear', choices: [1_250] }],
    ['1,250', GRAMS, { quantity: 1_250_000, choices: [] }],
    ['5,000', GRAMS, { reason: 'unclear', choices: [5_000_000, 50_000] }],
    ['1,250 g', KILOS, { quantity: 1_250, choices: [] }],
    ['1,5', KILOS, { quantity: 1_500, choices: [] }],
  ])(
    'takes the comma of "%s" as a separator of thousands only where that can be bought',
    (typed, terms, chosen) => {
      expect(chosenQuantity(typed, terms)).toEqual(chosen);
    },
  );

  it.each<[string, SaleTerms, object]>([
    ['6 eggs', EGGS, { quantity: 500, choices: [] }],
    ['6', EGGS, { quantity: 500, reason: 'pieces', choices: [6_000] }],
    ['18', EGGS, { quantity: 1_500, reason: 'pieces', choices: [18_000] }],
    ['2', EGGS, { quantity: 2_000, choices: [] }],
    ['6 dozen', EGGS, { quantity: 6_000, choices: [] }],
    ['6 eggs', DOZENS, { quantity: 1_000, reason: 'steps', choices: [] }],
    ['6', DOZENS, { reason: 'unclear', choices: [1_000, 6_000] }],
    ['12', DOZENS, { quantity: 1_000, reason: 'pieces', choices: [12_000] }],
    ['600', DOZENS, { reason: 'unclear', choices: [40_000] }],
  ])('counts pieces of a dozen: "%s"', (typed, terms, chosen) => {
    expect(chosenQuantity(typed, terms)).toEqual(chosen);
  });
});

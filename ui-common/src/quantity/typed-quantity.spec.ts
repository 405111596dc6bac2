import { describe, expect, it } from 'vitest';
import { readQuantity, readTypedQuantity } from './typed-quantity.ts';

describe('readQuantity', () => {
  it.each([
    ['1.25 kg', 1_250],
    ['1.25kg.', 1_250],
    ['1.25', 1_250],
    ['2', 2_000],
    ['.5', 500],
    ['2.', 2_000],
    ['750 g', 750],
    ['750gm', 750],
    ['KG', undefined],
    ['1 KG', 1_000],
    ['½', 500],
    ['1½ kg', 1_500],
    ['2 ¾', 2_750],
    ['1/2', 500],
    ['1 1/2 kg', 1_500],
    ['3 / 4 kilo', 750],
    ['half kg', 500],
    ['१.५ किलो', 1_500],
    ['२५० ग्राम', 250],
    ['आधा किलो', 500],
    ['पाव', 250],
    ['डेढ़ किलो', 1_500],
    ['डेढ़ किलो', 1_500],
  ])('reads "%s" of a kg as %s thousandths', (typed, thousandths) => {
    expect(readQuantity(typed, 'kg')).toBe(thousandths);
  });

  it.each([
    ['1,5', 1_500],
    ['1,25 kg', 1_250],
    ['0,250', 250],
    ['1,250 g', 1_250],
    ['1,250', 1_250_000],
    ['1,25,000 g', 125_000],
    ['1,250.5 g', 1_251],
    ['1,2,3', undefined],
    ['1.2.3', undefined],
  ])('interprets the commas of "%s" as %s', (typed, thousandths) => {
    expect(readQuantity(typed, 'kg')).toBe(thousandths);
  });

  it.each([
    '',
    ' ',
    '0',
    '0 g',
    '-1',
    'kg',
    'many',
    '1 l',
    '1 piece',
    '1/0',
    '5 potatoes',
    '1e3',
    '9'.repeat(30),
  ])('returns undefined for "%s" of a kg', (typed) => {
    expect(readQuantity(typed, 'kg')).toBeUndefined();
  });

  it.each([
    ['1 kg', 'g', 1_000_000],
    ['1.5 litres', 'l', 1_500],
    ['500 ml', 'l', 500],
    ['1 l', 'ml', 1_000_000],
    ['3 pcs', 'piece', 3_000],
    ['1 dozen', 'piece', 12_000],
    ['2 दर्जन', 'dozen', 2_000],
    ['2 packets', 'pack', 2_000],
    ['24 sacks', 'pack', 24_000],
    ['6 eggs', 'dozen', 500],
    ['6 eggs', 'piece', 6_000],
    ['६ अंडे', 'dozen', 500],
    ['6 pcs', 'dozen', 500],
    ['18 nos', 'dozen', 1_500],
    ['6', 'dozen', 6_000],
    ['३ गड्डी', 'bunch', 3_000],
  ] as const)('reads "%s" of a %s as %d thousandths', (typed, unitType, thousandths) => {
    expect(readQuantity(typed, unitType)).toBe(thousandths);
  });
});

describe('readTypedQuantity', () => {
  it.each([
    ['1.25', 'kg', { literal: 1_250 }],
    ['1,250', 'kg', { literal: 1_250_000, withDecimalComma: 1_250 }],
    ['1,250 g', 'kg', { literal: 1_250, withDecimalComma: 1 }],
    ['1,25,000', 'g', { literal: 125_000_000 }],
    ['1,5', 'kg', { literal: 1_500 }],
    ['6', 'dozen', { literal: 6_000, asPieces: 500 }],
    ['30', 'dozen', { literal: 30_000, asPieces: 2_500 }],
    ['2', 'dozen', { literal: 2_000 }],
    ['6 dozen', 'dozen', { literal: 6_000 }],
    ['6 eggs', 'dozen', { literal: 500 }],
    ['6', 'piece', { literal: 6_000 }],
    ['many', 'kg', undefined],
    ['6 eggs', 'kg', undefined],
  ] as const)('reads "%s" of a %s as %o', (typed, unitType, meanings) => {
    expect(readTypedQuantity(typed, unitType)).toEqual(meanings);
  });
});

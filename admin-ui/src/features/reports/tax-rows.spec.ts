import { expect, it } from 'vitest';
import { taxOf, usedParts } from './tax-rows';

const NONE = { vat: 0, cgst: 0, sgst: 0, igst: 0, cess: 0 };

it('has the parts that some row has, also where credits are more than sales', () => {
  expect(usedParts([NONE, { ...NONE, sgst: -5, cgst: -5 }, { ...NONE, cess: 1 }])).toEqual([
    ...['cgst', 'sgst', 'cess'],
  ]);
  expect(usedParts([NONE])).toEqual([]);
});

it('adds up the parts of a tax', () => {
  expect(taxOf({ ...NONE, cgst: 250, sgst: 250, cess: 30 })).toBe(530);
});

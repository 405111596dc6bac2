import { expect, it } from 'vitest';
import { rateOf, taxGroups } from './line-taxes';

const part = (component: 'cgst' | 'sgst' | 'cess' | 'vat', percent: number, amount: number) => ({
  ...{ component, percent, amount, taxable: 10_000 },
});
const AT_5 = [part('cgst', 2.5, 250), part('sgst', 2.5, 250)];

it('has the rate of both halves, and the cess beside it', () => {
  expect(rateOf(AT_5)).toEqual({ percent: 5, cessPercent: 0 });
  expect(rateOf([...AT_5, part('cess', 12, 1_200)])).toEqual({ percent: 5, cessPercent: 12 });
  expect(rateOf([])).toEqual({ percent: 0, cessPercent: 0 });
});

it('adds up what lines of one rate contain', () => {
  const lines = [AT_5, [], [part('vat', 19, 1_900)], AT_5].map((taxes) => ({ taxable: 10_000, taxes }));
  expect(taxGroups(lines)).toEqual([
    { percent: 5, cessPercent: 0, taxable: 20_000, amounts: { cgst: 500, sgst: 500 } },
    { percent: 19, cessPercent: 0, taxable: 10_000, amounts: { vat: 1_900 } },
  ]);
});

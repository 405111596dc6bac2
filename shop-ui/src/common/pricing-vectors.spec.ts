import { describe, expect, it } from 'vitest';
import { formatMoney, linePrice, sum } from 'ui-common/money/money';
import { fromThousandths, isMultipleOf, toThousandths } from 'ui-common/quantity/quantity';
import vectors from '../../../test/fixtures/vectors/pricing.json';

type Vectors = typeof vectors;
type Group = Exclude<keyof Vectors, 'sizes'>;

/** Intl parts an amount from its currency by spaces that do not break. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

const HELD: { readonly [Name in Group]: (one: Vectors[Name][number]) => void } = {
  linePrice: ([rate = NaN, thousandths = NaN, price]) => expect(linePrice(rate, thousandths)).toBe(price),
  total: ({ lines, total }) =>
    expect(sum(lines.map(([rate = NaN, thousandths = NaN]) => linePrice(rate, thousandths)))).toBe(total),
  quantity: ([units = NaN, thousandths = NaN]) => {
    expect(toThousandths(units)).toBe(thousandths);
    expect(fromThousandths(thousandths)).toBe(units);
  },
  multiple: ([step, thousandths, answer]) =>
    expect(isMultipleOf(step as number, thousandths as number)).toBe(answer),
  money: ([locale, currency, digits, minorUnits, text]) => {
    const style = { locale, currency, digits } as { locale: string; currency: string; digits: number };
    expect(plain(formatMoney(minorUnits as number, style))).toBe(text);
  },
};

/** The server holds itself to the same cases (src/rules/pricing/pricing-vectors.spec.ts): neither may differ by a paisa. */
describe('what server and shop reckon alike', () => {
  it.each(Object.keys(HELD) as Group[])('%s: every case, and as many as there should be', (name) => {
    expect(vectors[name]).toHaveLength(vectors.sizes[name]);
    for (const one of vectors[name]) (HELD[name] as (one: unknown) => void)(one);
    expect.hasAssertions();
  });

  it('leaves no group out', () => {
    expect(Object.keys(HELD)).toEqual(Object.keys(vectors.sizes));
  });
});

describe('formatMoney', () => {
  const style = { locale: 'en-IN', currency: 'INR', digits: 2 };

  it.each([
    [125_000, '₹1,250'],
    [125_050, '₹1,250.50'],
    [0, '₹0'],
    [-100, '-₹1'],
  ])('writes %d as %s', (minorUnits, text) => {
    expect(plain(formatMoney(minorUnits, style))).toBe(text);
  });
});

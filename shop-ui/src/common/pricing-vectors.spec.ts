import { describe, expect, it } from 'vitest';
import { formatMoney } from 'ui-common/money/money';
import { linePrice, quote } from 'ui-common/money/quote';
import { fromThousandths, isMultipleOf, toThousandths } from 'ui-common/quantity/quantity';
import vectors from '../../../test/fixtures/vectors/pricing.json';

const WITHOUT_FEES = { fees: { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 }, taxes: null };

type Vectors = typeof vectors;
type Group = Exclude<keyof Vectors, 'sizes'>;

/** Intl separates amount and currency with non-breaking spaces. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

const CHECKS: { readonly [Name in Group]: (vector: Vectors[Name][number]) => void } = {
  linePrice: ([rate = NaN, thousandths = NaN, price]) => expect(linePrice(rate, thousandths)).toBe(price),
  total: ({ lines, total }) =>
    expect(
      quote(
        lines.map(([ratePerUnit = NaN, quantity = NaN]) => ({ ratePerUnit, quantity, taxClassId: null })),
        WITHOUT_FEES,
      ).total,
    ).toBe(total),
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

/** The server runs the same cases (src/rules/pricing/pricing-vectors.spec.ts): server and shop must agree to the paisa. */
describe('pricing vectors shared with the server', () => {
  it.each(Object.keys(CHECKS) as Group[])('%s: all cases match, and none is missing', (name) => {
    expect(vectors[name]).toHaveLength(vectors.sizes[name]);
    for (const vector of vectors[name]) (CHECKS[name] as (vector: unknown) => void)(vector);
    expect.hasAssertions();
  });

  it('covers every group', () => {
    expect(Object.keys(CHECKS)).toEqual(Object.keys(vectors.sizes));
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

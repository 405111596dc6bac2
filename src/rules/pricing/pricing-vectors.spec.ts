import vectors from '../../../test/fixtures/vectors/pricing.json' with { type: 'json' };
import { moneyFormat } from '../../platform/common/money/money-format.js';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import {
  fromThousandths,
  isMultipleOf,
  MAX_QUANTITY,
  toThousandths,
} from '../../platform/common/money/quantity.js';
import { linePrice, quote } from './quote.js';

type Vectors = typeof vectors;
type Group = Exclude<keyof Vectors, 'sizes'>;

/** Intl separates an amount from its currency by non-breaking spaces. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

const CHECKS: { readonly [Name in Group]: (vector: Vectors[Name][number]) => void } = {
  linePrice: ([rate, thousandths, price]) => expect(linePrice(rate!, thousandths!)).toBe(price),
  total: ({ lines, total }) =>
    expect(
      quote(
        lines.map(([rate, thousandths]) => ({
          ratePerUnit: rate!,
          quantity: thousandths!,
          taxClassId: null,
        })),
        { fees: { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 }, taxes: null },
      ).total,
    ).toBe(total),
  quantity: ([units, thousandths]) => {
    expect(toThousandths(units)).toBe(thousandths);
    expect(fromThousandths(thousandths!)).toBe(units);
  },
  multiple: ([step, thousandths, answer]) =>
    expect(isMultipleOf(step as number, thousandths as number)).toBe(answer),
  money: ([locale, currency, , minorUnits, text]) => {
    expect(plain(moneyFormat(locale as string, currency as string)(minorUnits as number))).toBe(text);
  },
};

/** The shop tests the same vectors (shop-ui/src/common/pricing-vectors.spec.ts): neither may differ by a paisa. */
describe('pricing vectors shared by server and shop', () => {
  it.each(Object.keys(CHECKS) as Group[])('computes every vector of %s, with none missing', (name) => {
    expect(vectors[name]).toHaveLength(vectors.sizes[name]);
    expect.hasAssertions();
    for (const vector of vectors[name]) (CHECKS[name] as (vector: unknown) => void)(vector);
  });

  it('checks every group of vectors', () => {
    expect(Object.keys(CHECKS)).toEqual(Object.keys(vectors.sizes));
  });

  it('covers the maximum rate and quantity', () => {
    expect(vectors.linePrice.map(([rate, thousandths]) => [rate, thousandths])).toContainEqual([
      MAX_RATE,
      MAX_QUANTITY * 1000,
    ]);
  });
});

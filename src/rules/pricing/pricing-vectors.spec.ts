import vectors from '../../../test/fixtures/vectors/pricing.json' with { type: 'json' };
import { moneyFormat } from '../../platform/common/money/money-format.js';
import { linePrice, MAX_RATE, sum } from '../../platform/common/money/money.js';
import {
  fromThousandths,
  isMultipleOf,
  MAX_QUANTITY,
  toThousandths,
} from '../../platform/common/money/quantity.js';

type Vectors = typeof vectors;
type Group = Exclude<keyof Vectors, 'sizes'>;

/** Intl parts an amount from its currency by spaces that do not break. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

const HELD: { readonly [Name in Group]: (one: Vectors[Name][number]) => void } = {
  linePrice: ([rate, thousandths, price]) => expect(linePrice(rate!, thousandths!)).toBe(price),
  total: ({ lines, total }) =>
    expect(sum(lines.map(([rate, thousandths]) => linePrice(rate!, thousandths!)))).toBe(total),
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

/** The shop holds itself to the same cases (shop-ui/src/common/pricing-vectors.spec.ts): neither may differ by a paisa. */
describe('what server and shop reckon alike', () => {
  it.each(Object.keys(HELD) as Group[])('%s: every case, and as many as there should be', (name) => {
    expect(vectors[name]).toHaveLength(vectors.sizes[name]);
    expect.hasAssertions();
    for (const one of vectors[name]) (HELD[name] as (one: unknown) => void)(one);
  });

  it('leaves no group out', () => {
    expect(Object.keys(HELD)).toEqual(Object.keys(vectors.sizes));
  });

  it('goes to the largest rate and quantity that the store takes', () => {
    expect(vectors.linePrice.map(([rate, thousandths]) => [rate, thousandths])).toContainEqual([
      MAX_RATE,
      MAX_QUANTITY * 1000,
    ]);
  });
});

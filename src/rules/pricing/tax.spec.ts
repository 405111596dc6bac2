import fc from 'fast-check';
import { includedTax, includedTaxes, sharesOf, type TaxSplit, type TaxTerms } from './tax.js';

const RUNS = { numRuns: 100_000 };
const price = fc.integer({ min: 0, max: 10_000_000_000 });
const rate = fc.integer({ min: 0, max: 100_000 });

describe('includedTaxes', () => {
  it.each<[string, number, number, number, TaxSplit, Record<string, number>]>([
    ['₹118.00 at 18 % in the state', 11_800, 18_000, 0, 'intra_state', { cgst: 900, sgst: 900 }],
    ['₹118.00 at 18 % beyond it', 11_800, 18_000, 0, 'inter_state', { igst: 1_800 }],
    ['€1.19 at 19 %', 119, 19_000, 0, 'vat', { vat: 19 }],
    ['a rate of 0.25 %', 100_250, 250, 0, 'intra_state', { cgst: 125, sgst: 125 }],
    [
      '40 % and a cess of 12 %',
      15_200,
      40_000,
      12_000,
      'intra_state',
      { cgst: 2_000, sgst: 2_000, cess: 1_200 },
    ],
    ['a cess alone', 11_200, 0, 12_000, 'inter_state', { cess: 1_200 }],
    ['half a paisa', 21, 5_000, 0, 'intra_state', { cgst: 1, sgst: 1 }],
    ['no tax', 11_800, 0, 0, 'vat', {}],
  ])('splits %s', (_, amount, of, cess, split, parts) => {
    const taxes = includedTaxes(amount, { rate: of, cess }, split);
    expect(Object.fromEntries(taxes.map((part) => [part.component, part.amount]))).toEqual(parts);
  });

  it('rounds each part half up for 100,000 random prices', () => {
    fc.assert(
      fc.property(
        price,
        rate,
        rate,
        fc.constantFrom<TaxSplit>('vat', 'intra_state', 'inter_state'),
        (net, r, c, split) => {
          const isVat = split === 'vat';
          return includedTaxes(net, { rate: r, cess: c }, split).every(({ component, amount }) => {
            const levied = BigInt(component === 'cess' ? c : r) * BigInt(net);
            const by =
              (100_000n + BigInt(r) + (isVat ? 0n : BigInt(c))) *
              (split === 'intra_state' && component !== 'cess' ? 2n : 1n);
            // amount - 1/2 <= levied / by < amount + 1/2, multiplied out to avoid division.
            return (
              2n * by * BigInt(amount) - by <= 2n * levied && 2n * levied < 2n * by * BigInt(amount) + by
            );
          });
        },
      ),
      RUNS,
    );
  });

  it('differs by at most one minor unit within the state and beyond it, and leaves a taxable value of 0 or more', () => {
    const totalOf = (net: number, r: number, split: TaxSplit): number =>
      includedTaxes(net, { rate: r, cess: 0 }, split).reduce((sum, { amount }) => sum + amount, 0);
    fc.assert(
      fc.property(price, rate, (net, r) => {
        const [within, beyond] = [totalOf(net, r, 'intra_state'), totalOf(net, r, 'inter_state')];
        return Math.abs(within - beyond) <= 1 && within <= net && beyond <= net;
      }),
      RUNS,
    );
  });
});

describe('sharesOf', () => {
  it('gives shares that add up, of which none exceeds its weight, for 100,000 random amounts', () => {
    const weights = fc
      .array(price, { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const amount = Math.floor(all.reduce((sum, weight) => sum + weight, 0) * part);
        const shares = sharesOf(amount, all);
        return (
          shares.reduce((sum, share) => sum + share, 0) === amount &&
          shares.every((share, i) => share >= 0 && share <= (all[i] ?? 0))
        );
      }),
      RUNS,
    );
  });
});

describe('includedTax', () => {
  const rates = [
    { taxClassId: 'five', rate: 5_000, cess: 0 },
    { taxClassId: 'eighteen', rate: 18_000, cess: 0 },
    { taxClassId: 'forty', rate: 40_000, cess: 0 },
  ];
  const terms: TaxTerms = { regime: 'gst_in', defaultClassId: 'five', chargesClassId: null, rates };
  const basket = [
    { amount: 10_000, taxClassId: 'exempt' },
    { amount: 10_500, taxClassId: null },
    { amount: 11_800, taxClassId: 'eighteen' },
    { amount: 14_000, taxClassId: 'forty' },
  ];

  it('adds up the tax of exempt, reduced, normal and luxury goods', () => {
    expect(includedTax(basket, [], terms)).toBe(500 + 1_800 + 4_000);
  });

  it('taxes a charge in proportion to the goods', () => {
    // ₹46.30 over 100 : 105 : 118 : 140 of 463 is 10.00, 10.50, 11.80 and 14.00.
    expect(includedTax(basket, [4_630], terms)).toBe(6_300 + 50 + 180 + 400);
  });

  it('taxes a charge by a class of its own', () => {
    expect(includedTax(basket, [1_180], { ...terms, chargesClassId: 'eighteen' })).toBe(6_300 + 180);
  });

  it('taxes a charge by the default class if the goods are given away', () => {
    expect(includedTax([{ amount: 0, taxClassId: 'forty' }], [1_050], terms)).toBe(50);
  });

  it('does not depend on the order of the lines, for 100,000 random baskets', () => {
    const line = fc.record({
      amount: fc.integer({ min: 0, max: 1_000_000 }),
      taxClassId: fc.constantFrom(null, 'five', 'eighteen', 'forty', 'exempt'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: 0, max: 100_000 }), (lines, charge) => {
        const tax = includedTax(lines, [charge], terms);
        const all = lines.reduce((sum, { amount }) => sum + amount, charge);
        return tax === includedTax(lines.toReversed(), [charge], terms) && tax >= 0 && tax <= all;
      }),
      RUNS,
    );
  });
});

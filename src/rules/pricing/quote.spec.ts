import fc from 'fast-check';
import { linePrice, quote, type Fees, type PriceTerms } from './quote.js';
import type { TaxTerms } from './tax.js';

describe('linePrice', () => {
  it.each([
    [333, 1_500, 500],
    [199, 333, 66],
    [1, 499, 0],
    [1, 500, 1],
    [0, 1_000, 0],
    [4_000, 1_250, 5_000],
  ])('multiplies a rate of %d by %d thousandths to %d', (rate, thousandths, price) => {
    expect(linePrice(rate, thousandths)).toBe(price);
  });

  it('returns the exact product rounded half up for 100,000 random pairs', () => {
    const rate = fc.integer({ min: 0, max: 100_000_000 });
    const thousandths = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(rate, thousandths, (r, q) => {
        const doubled = 2n * BigInt(r) * BigInt(q);
        const price = BigInt(linePrice(r, q));
        // Half up: price - 1/2 <= r·q/1000 < price + 1/2, multiplied out to avoid division.
        return 2000n * price - 1000n <= doubled && doubled < 2000n * price + 1000n;
      }),
      { numRuns: 100_000 },
    );
  });

  it.each([
    [1.5, 1_000],
    [-1, 1_000],
    [1, Number.NaN],
    [Number.MAX_SAFE_INTEGER, 1_000_000],
  ])('throws a RangeError for %d × %d', (rate, thousandths) => {
    expect(() => linePrice(rate, thousandths)).toThrow(RangeError);
  });
});

describe('quote', () => {
  const untaxed = (fees: Fees): PriceTerms => ({ fees, taxes: null });
  const FREE = untaxed({ deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 });
  const FEES: Fees = { deliveryFee: 3_000, freeDeliveryFrom: 50_000, packingFee: 500 };
  const CHARGED = untaxed(FEES);
  const lines = [
    { id: 'milk', ratePerUnit: 6_000, quantity: 1_500, taxClassId: null },
    { id: 'odd', ratePerUnit: 333, quantity: 1_501, taxClassId: null },
  ];
  const priced = [
    { ...lines[0], price: 9_000 },
    { ...lines[1], price: 500 },
  ];

  it('returns the lines with their rounded prices, and the total', () => {
    expect(quote(lines, FREE)).toEqual({
      ...{ lines: priced, charges: [], subtotal: 9_500, total: 9_500, includedTax: null },
    });
  });

  it('adds the charges to the total', () => {
    expect(quote(lines, CHARGED)).toEqual({
      lines: priced,
      charges: [
        { kind: 'delivery', amount: 3_000 },
        { kind: 'packing', amount: 500 },
      ],
      subtotal: 9_500,
      total: 13_000,
      includedTax: null,
    });
  });

  it.each([
    [49_999, [3_000, 500]],
    [50_000, [500]],
  ])('charges for goods of %d the amounts %p', (ratePerUnit, amounts) => {
    const { charges } = quote([{ ratePerUnit, quantity: 1_000, taxClassId: null }], CHARGED);
    expect(charges.map(({ amount }) => amount)).toEqual(amounts);
  });

  it('never delivers for free without such a limit', () => {
    const { charges } = quote(
      [{ ratePerUnit: 100_000_000, quantity: 1_000, taxClassId: null }],
      untaxed({ ...FEES, freeDeliveryFrom: null }),
    );
    expect(charges).toContainEqual({ kind: 'delivery', amount: 3_000 });
  });

  it.each([[[]], [[{ ratePerUnit: 6_000, quantity: 0, taxClassId: null }]]])(
    'charges nothing for the lines %p',
    (nothing) => {
      expect(quote(nothing, CHARGED)).toMatchObject({ charges: [], subtotal: 0, total: 0 });
    },
  );

  it('charges for goods that are given away', () => {
    expect(quote([{ ratePerUnit: 0, quantity: 1_000, taxClassId: null }], CHARGED)).toMatchObject({
      subtotal: 0,
      total: 3_500,
    });
  });

  it('states the tax that goods and charges include', () => {
    const taxes: TaxTerms = {
      ...{ regime: 'vat', defaultClassId: 'full', chargesClassId: null },
      rates: [{ taxClassId: 'full', rate: 19_000, cess: 0 }],
    };
    const basket = [{ ratePerUnit: 11_900, quantity: 1_000, taxClassId: null }];
    expect(quote(basket, { fees: { ...FEES, packingFee: 0, deliveryFee: 119 }, taxes })).toMatchObject({
      ...{ subtotal: 11_900, total: 12_019, includedTax: 1_919 },
    });
  });

  it('adds up for 100,000 random baskets, in any order of their lines', () => {
    const amount = fc.integer({ min: 0, max: 100_000_000 });
    const line = fc.record({
      ratePerUnit: amount,
      quantity: fc.integer({ min: 0, max: 50_000 }),
      taxClassId: fc.constant(null),
    });
    const fees = fc.record({
      deliveryFee: amount,
      freeDeliveryFrom: fc.option(amount),
      packingFee: amount,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fees, (basket, charged) => {
        const { lines: all, charges, subtotal, total } = quote(basket, untaxed(charged));
        const add = (amounts: readonly number[]): bigint =>
          amounts.reduce((result, value) => result + BigInt(value), 0n);
        const prices = add(all.map(({ price }) => price));
        const extra = add(charges.map((charge) => charge.amount));
        return (
          BigInt(subtotal) === prices &&
          BigInt(total) === prices + extra &&
          quote(basket.toReversed(), untaxed(charged)).total === total
        );
      }),
      { numRuns: 100_000 },
    );
  });
});

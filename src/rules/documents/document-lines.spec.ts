import fc from 'fast-check';
import type { TaxSplit, TaxTerms } from '../pricing/tax.js';
import {
  creditedAmounts,
  documentLines,
  isTaxed,
  type DocumentLine,
  type SoldItem,
} from './document-lines.js';

const RUNS = { numRuns: 100_000 };
const rates = [
  { taxClassId: 'five', rate: 5_000, cess: 0 },
  { taxClassId: 'eighteen', rate: 18_000, cess: 0 },
  { taxClassId: 'luxury', rate: 28_000, cess: 12_000 },
];
const terms: TaxTerms = { regime: 'gst_in', defaultClassId: 'five', chargesClassId: null, rates };

const item = (price: number, taxClassId: string | null): SoldItem => ({
  ...{ itemId: 'i', name: 'Tea', hsn: '0902', unitType: 'pack', ratePerUnit: price, quantity: 1000 },
  ...{ price, taxClassId },
});
const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const taxOf = ({ taxes }: Pick<DocumentLine, 'taxes'>): number => total(taxes.map(({ amount }) => amount));

it('states ₹118.00 at 18 % as 100.00 and twice 9.00', () => {
  const [line] = documentLines([item(11_800, 'eighteen')], [], terms, 'intra_state');
  expect(line).toMatchObject({ gross: 11_800, discount: 0, net: 11_800, taxable: 10_000, hsn: '0902' });
  expect(line?.taxes).toEqual([
    { component: 'cgst', rate: 18_000, taxable: 10_000, amount: 900 },
    { component: 'sgst', rate: 18_000, taxable: 10_000, amount: 900 },
  ]);
});

it('states a charge once for each rate of the goods', () => {
  const lines = documentLines(
    [item(10_000, 'exempt'), item(10_500, null), item(14_000, 'luxury')],
    [{ chargeId: 'c', kind: 'delivery', amount: 3_450 }],
    terms,
    'intra_state',
  );
  const delivery = lines.filter(({ charge }) => charge === 'delivery');
  expect(delivery.map(({ net, taxes }) => [net, taxes.map((tax) => tax.rate)])).toEqual([
    [1_000, []],
    [1_050, [5_000, 5_000]],
    [1_400, [28_000, 28_000, 12_000]],
  ]);
  expect(lines.map(({ taxClassId }) => taxClassId)).toEqual(['exempt', 'five', 'luxury', null, null, null]);
  expect(lines.map(isTaxed)).toEqual([false, true, true, false, true, true]);
});

it('states a charge by its own class, and without terms no tax at all', () => {
  const charge = { chargeId: 'c', kind: 'packing', amount: 1_180 } as const;
  const ownClass = { ...terms, chargesClassId: 'eighteen' };
  const [, packing] = documentLines([item(100, 'five')], [charge], ownClass, 'inter_state');
  expect(packing?.taxes).toEqual([{ component: 'igst', rate: 18_000, taxable: 1_000, amount: 180 }]);
  const untaxed = documentLines([item(100, 'five')], [charge], null, 'vat');
  expect(untaxed.map(({ net, taxable, taxes }) => [net, taxable, taxes])).toEqual([
    [100, 100, []],
    [1_180, 1_180, []],
  ]);
});

const classes = fc.constantFrom(null, 'five', 'eighteen', 'luxury', 'exempt');
const splits = fc.constantFrom<TaxSplit>('vat', 'intra_state', 'inter_state');
const amount = fc.integer({ min: 0, max: 10_000_000 });

it('adds up to the prices and charges, for 100,000 random orders', () => {
  const items = fc.array(fc.tuple(amount, classes), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(items, amount, splits, (sold, delivery, split) => {
      const goods = sold.map(([price, taxClassId]) => item(price, taxClassId));
      const charges = delivery === 0 ? [] : [{ chargeId: 'c', kind: 'delivery', amount: delivery } as const];
      const lines = documentLines(goods, charges, terms, split);
      return (
        total(lines.map(({ net }) => net)) === total(goods.map(({ price }) => price)) + delivery &&
        lines.every((line) => line.taxable >= 0 && line.net === line.taxable + taxOf(line)) &&
        lines.every(({ gross, discount, net }) => net === gross - discount)
      );
    }),
    RUNS,
  );
});

it('credits a line in parts that are the whole together, for 100,000 random credits', () => {
  fc.assert(
    fc.property(
      amount,
      classes,
      splits,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      (price, taxClassId, split, parts) => {
        const [line] = documentLines([item(price, taxClassId)], [], terms, split);
        if (line === undefined) return false;
        let rest = price;
        const credits = [...parts, 1].map((part) => {
          const credited = creditedAmounts(rest, Math.floor(rest * part), line.taxes);
          rest -= credited.net;
          return credited;
        });
        const sums = line.taxes.map((_, i) => total(credits.map(({ taxes }) => taxes[i]?.amount ?? -1)));
        return (
          rest === 0 &&
          sums.every((sum, i) => sum === line.taxes[i]?.amount) &&
          total(credits.map(({ taxable }) => taxable)) === line.taxable &&
          credits.every(({ taxes }) => taxes.every((tax) => tax.amount >= 0)) &&
          credits.every((credit) => credit.net === credit.taxable + taxOf(credit))
        );
      },
    ),
    RUNS,
  );
});

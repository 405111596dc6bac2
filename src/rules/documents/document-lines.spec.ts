import fc from 'fast-check';
import type { TaxSplit, TaxTerms } from '../pricing/tax.js';
import {
  creditedAmounts,
  documentLines,
  isTaxed,
  type DocumentLine,
  type Sale,
  type SoldItem,
} from './document-lines.js';

const RUNS = { numRuns: 100_000 };
const rates = [
  { taxClassId: 'five', rate: 5_000, cess: 0 },
  { taxClassId: 'eighteen', rate: 18_000, cess: 0 },
  { taxClassId: 'luxury', rate: 28_000, cess: 12_000 },
];
const terms: TaxTerms = { regime: 'gst_in', defaultClassId: 'five', chargesClassId: null, rates };

const item = (price: number, taxClassId: string | null, discount = 0): SoldItem => ({
  ...{ itemId: 'i', name: 'Tea', hsn: '0902', unitType: 'pack', ratePerUnit: price, quantity: 1000 },
  ...{ price, discount, taxClassId },
});
const saleOf = (items: SoldItem[], charges: Sale['charges'] = [], discount = 0): Sale => ({
  items,
  charges,
  discount,
});
const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const taxOf = ({ taxes }: Pick<DocumentLine, 'taxes'>): number => total(taxes.map(({ amount }) => amount));

it('states ₹118.00 at 18 % as 100.00 and twice 9.00', () => {
  const [line] = documentLines(saleOf([item(11_800, 'eighteen')]), terms, 'intra_state');
  expect(line).toMatchObject({ gross: 11_800, discount: 0, net: 11_800, taxable: 10_000, hsn: '0902' });
  expect(line?.taxes).toEqual([
    { component: 'cgst', rate: 18_000, taxable: 10_000, amount: 900 },
    { component: 'sgst', rate: 18_000, taxable: 10_000, amount: 900 },
  ]);
});

it('states a charge once for each rate of the goods', () => {
  const lines = documentLines(
    saleOf(
      [item(10_000, 'exempt'), item(10_500, null), item(14_000, 'luxury')],
      [{ chargeId: 'c', kind: 'delivery', amount: 3_450 }],
    ),
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
  const [, packing] = documentLines(saleOf([item(100, 'five')], [charge]), ownClass, 'inter_state');
  expect(packing?.taxes).toEqual([{ component: 'igst', rate: 18_000, taxable: 1_000, amount: 180 }]);
  const untaxed = documentLines(saleOf([item(100, 'five')], [charge]), null, 'vat');
  expect(untaxed.map(({ net, taxable, taxes }) => [net, taxable, taxes])).toEqual([
    [100, 100, []],
    [1_180, 1_180, []],
  ]);
});

const classes = fc.constantFrom(null, 'five', 'eighteen', 'luxury', 'exempt');
const splits = fc.constantFrom<TaxSplit>('vat', 'intra_state', 'inter_state');
const amount = fc.integer({ min: 0, max: 10_000_000 });

it('shares the discount of an order over its items by their prices, and taxes what is left', () => {
  const lines = documentLines(
    saleOf(
      [item(10_000, 'exempt'), item(10_000, 'eighteen', 500), item(20_000, 'five')],
      [{ chargeId: 'c', kind: 'delivery', amount: 3_900 }],
      1_000,
    ),
    terms,
    'inter_state',
  );
  expect(lines.map(({ gross, discount, net, taxable }) => [gross, discount, net, taxable])).toEqual([
    [10_000, 250, 9_750, 9_750],
    [10_500, 750, 9_750, 8_263],
    [20_000, 500, 19_500, 18_571],
    [975, 0, 975, 975],
    [1_950, 0, 1_950, 1_857],
    [975, 0, 975, 826],
  ]);
});

it('states items that a discount makes free', () => {
  const free = saleOf([item(300, 'five'), item(0, 'eighteen')], [], 300);
  const lines = documentLines(free, terms, 'intra_state');
  expect(lines.map(({ gross, discount, net, taxable }) => [gross, discount, net, taxable])).toEqual([
    [300, 300, 0, 0],
    [0, 0, 0, 0],
  ]);
});

it('adds up to the prices and charges less the discount, for 100,000 random orders', () => {
  const items = fc.array(fc.tuple(amount, classes, amount), { minLength: 1, maxLength: 8 });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(items, amount, splits, part, (sold, delivery, split, reduced) => {
      const goods = sold.map(([price, taxClassId, discount]) => item(price, taxClassId, discount));
      const charges = delivery === 0 ? [] : [{ chargeId: 'c', kind: 'delivery', amount: delivery } as const];
      const prices = total(goods.map(({ price }) => price));
      const discount = Math.floor(prices * reduced);
      const lines = documentLines(saleOf(goods, charges, discount), terms, split);
      const itemLines = lines.filter(({ itemId }) => itemId !== null);
      return (
        total(lines.map(({ net }) => net)) === prices + delivery - discount &&
        lines.every((line) => line.taxable >= 0 && line.net === line.taxable + taxOf(line)) &&
        lines.every(({ gross, discount: own, net }) => net === gross - own && net >= 0) &&
        itemLines.every(({ gross, discount: own }, i) => {
          const share = own - (goods[i]?.discount ?? 0);
          const price = goods[i]?.price ?? 0;
          return gross === price + (goods[i]?.discount ?? 0) && share >= 0 && share <= price;
        })
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
        const [line] = documentLines(saleOf([item(price, taxClassId)]), terms, split);
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

import fc from 'fast-check';
import { shownUnitPrice, type Pack, type UnitPriceForm } from './shown-unit-price.js';

/** Contents are thousandths. */
const THOUSANDTHS = 1000n;

const pack = (ratePerUnit: number, content: number, unit: Pack['unit'] = 'g'): Pack => ({
  ratePerUnit,
  content: content * 1000,
  unit,
});

it.each<[string, Pack, UnitPriceForm, number, number]>([
  ['₹45 for 500 g per kilogram', pack(4_500, 500), 'kg', 1000, 9_000],
  ['₹45 for 500 g per 100 g', pack(4_500, 500), '100g', 100, 900],
  ['₹45 for 500 g in India', pack(4_500, 500), 'in', 1, 9],
  ['₹60 for 1 kg in India', pack(6_000, 1000), 'in', 1000, 6_000],
  ['₹29 for 999 ml in India', pack(2_900, 999, 'ml'), 'in', 1, 3],
  ['€2.99 for 750 ml per litre', pack(299, 750, 'ml'), 'kg', 1000, 399],
  ['€2.99 for 750 ml per 100 ml', pack(299, 750, 'ml'), '100g', 100, 40],
  ['₹72 for 6 pieces per 100 g', pack(7_200, 6, 'piece'), '100g', 1, 1_200],
  ['₹72 for 6 pieces in India', pack(7_200, 6, 'piece'), 'in', 1, 1_200],
])('shows %s', (_, of, form, count, price) => {
  expect(shownUnitPrice(of, form)).toEqual({ count, price });
});

it('shows none if the store does not want it', () => {
  expect(shownUnitPrice(pack(4_500, 500), 'off')).toBeUndefined();
});

it('is within half a minor unit of the exact price', () => {
  const money = fc.integer({ min: 0, max: 100_000_000 });
  const content = fc.integer({ min: 1, max: 1_000_000_000 });
  const form = fc.constantFrom<UnitPriceForm>('kg', '100g', 'in');
  fc.assert(
    fc.property(money, content, form, (ratePerUnit, thousandths, of) => {
      const { count, price } = shownUnitPrice({ ratePerUnit, content: thousandths, unit: 'g' }, of)!;
      const exact = BigInt(ratePerUnit) * BigInt(count) * THOUSANDTHS;
      const error = 2n * (BigInt(price) * BigInt(thousandths) - exact);
      return error > -BigInt(thousandths) && error <= BigInt(thousandths);
    }),
    { numRuns: 10_000 },
  );
});
